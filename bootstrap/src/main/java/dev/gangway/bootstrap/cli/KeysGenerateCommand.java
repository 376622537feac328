package dev.gangway.bootstrap.cli;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gangway keys generate}. */
@Command(
        name = "generate",
        description = {
            "Make a master key and print it, this once. Nothing is stored.",
            "Whoever holds it can open every sealed credential: keep it in a secret store, give it to the server as"
                    + " GANGWAY_MASTER_KEY."
        })
final class KeysGenerateCommand implements Callable<Integer> {
    @Mixin
    private final Printing printing = new Printing();

    private final Terminal terminal;

    KeysGenerateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        MasterKey key = MasterKey.generate();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("master_key", key.text().value());
        data.put("master_key_id", key.id());
        printing.print(terminal, data, List.of(key.text().value()));
        return 0;
    }
}
