package dev.gangway.bootstrap.cli;

import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code gangway keys retire}. */
@Command(
        name = "retire",
        description = {
            "Retire old sealing and fingerprint keys under which nothing is stored any more, and tell how much is under"
                    + " the others.",
            "A key stays for at least ten minutes after the next one came into use."
        })
final class KeysRetireCommand extends DatabaseCommand {
    KeysRetireCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        return switch (workbench.retireKeys().execute(new RetireKeys.Command(origin("keys retire")))) {
            case RetireKeys.Outcome.Retired outcome -> {
                List<String> lines = new ArrayList<>();
                for (WrappedKey key : outcome.retired()) {
                    lines.add("Retired the key " + key.id() + " for "
                            + key.purpose().storedName());
                }
                List<Map<String, Object>> inUse = new ArrayList<>();
                for (RetireKeys.InUse one : outcome.inUse()) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("kid", one.key().id());
                    entry.put("purpose", one.key().purpose().storedName());
                    entry.put("rows", one.rows());
                    inUse.add(entry);
                    lines.add("The key " + one.key().id() + " for "
                            + one.key().purpose().storedName() + " stays: "
                            + (one.rows() == 0
                                    ? "the next one came into use a short while ago"
                                    : one.rows() + " secrets are stored under it"));
                }
                if (lines.isEmpty()) {
                    lines.add("There is no old key");
                }
                Map<String, Object> data = new LinkedHashMap<>();
                data.put(
                        "retired",
                        outcome.retired().stream().map(WrappedKey::id).toList());
                data.put("in_use", inUse);
                yield new Answer(data, lines);
            }
        };
    }
}
