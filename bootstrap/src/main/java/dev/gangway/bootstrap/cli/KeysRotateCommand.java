package dev.gangway.bootstrap.cli;

import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code gangway keys rotate}. */
@Command(
        name = "rotate",
        description = {
            "Add new sealing, link and form keys, used a minute from now, and wrap every key under the current master"
                    + " key.",
            "It begins the job that stores every sealed secret anew, under a new fingerprint key too. Servers do it by"
                    + " themselves, in about two minutes; where none runs, 'gangway keys reseal --wait' does.",
            "Old keys still open and verify. With GANGWAY_MASTER_KEY_PREVIOUS set, this is also how a master key is"
                    + " replaced."
        })
final class KeysRotateCommand extends DatabaseCommand {
    KeysRotateCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.KEYS);
    }

    @Override
    Answer run(Workbench workbench) {
        return switch (rotate(workbench)) {
            case RotateKeys.Outcome.Rotated rotated -> {
                List<Map<String, Object>> added = new ArrayList<>();
                List<String> lines = new ArrayList<>();
                for (WrappedKey key : rotated.added()) {
                    Map<String, Object> entry = new LinkedHashMap<>();
                    entry.put("kid", key.id());
                    entry.put("purpose", key.purpose().storedName());
                    entry.put("active_from", String.valueOf(Described.time(key.activeFrom())));
                    added.add(entry);
                    lines.add("New key " + key.id() + " for " + key.purpose().storedName() + ", used from "
                            + Described.time(key.activeFrom()));
                }
                lines.add(rotated.rewrapped() + " keys wrapped under the current master key");
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("added", added);
                data.put("rewrapped", rotated.rewrapped());
                yield new Answer(data, lines);
            }
        };
    }

    private static RotateKeys.Outcome rotate(Workbench workbench) {
        RotateKeys rotateKeys = workbench.rotateKeys();
        try {
            return rotateKeys.execute(new RotateKeys.Command(origin("keys rotate")));
        } catch (IllegalStateException unopened) {
            throw Refusal.ofMasterKey(unopened);
        }
    }
}
