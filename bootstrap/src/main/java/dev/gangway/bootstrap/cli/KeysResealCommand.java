package dev.gangway.bootstrap.cli;

import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code gangway keys reseal}. */
@Command(
        name = "reseal",
        description = {
            "Seal users' exchange credentials, client secrets and signing keys under the sealing key that is in use.",
            "Servers do so by themselves, a minute after 'gangway keys rotate'. It may run beside them, and one that was"
                    + " cut off is begun again."
        })
final class KeysResealCommand extends DatabaseCommand {
    KeysResealCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.KEYS);
    }

    @Override
    Answer run(Workbench workbench) {
        return switch (workbench.resealSecrets().execute(new ResealSecrets.Command(null))) {
            case ResealSecrets.Outcome.Done done -> {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("kid", done.keyId());
                data.put("resealed", done.resealed());
                data.put("unreadable", done.unreadable());
                List<String> lines = new ArrayList<>();
                lines.add(done.resealed() + " secrets sealed anew under the key " + done.keyId());
                if (done.unreadable() > 0) {
                    lines.add(done.unreadable() + " do not open and stay as they are");
                }
                yield new Answer(data, lines);
            }
        };
    }
}
