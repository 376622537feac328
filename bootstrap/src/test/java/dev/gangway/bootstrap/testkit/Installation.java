package dev.gangway.bootstrap.testkit;

import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.account.Account;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.SeededHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A folder, a database and an exchange, on which processes of Gangway are started and stopped. */
public final class Installation implements AutoCloseable {
    /** How many transactions the exchange has of the customer. */
    public static final int HISTORY = 230;

    private final Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private final ApiKey key = ApiKey.readOnly(new Random(7));
    private final SixpenceExchange exchange =
            SixpenceExchange.start(0, List.of(new Account("SIX-ACC-1", List.of(key), SeededHistory.of(7, HISTORY))));

    /** @param databaseUrl where everything is kept */
    public Installation(Path folder, String databaseUrl) {
        this.folder = folder;
        variables.put("GANGWAY_DATABASE_URL", databaseUrl);
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.put("GANGWAY_EXCHANGE_SIXPENCE_URL", exchange.baseUrl().toString());
        variables.put("GANGWAY_IMPORT_RETRY_BASE", "1s");
        variables.put("GANGWAY_METRICS_PORT", "0");
    }

    /** The exchange, to make it fail. */
    public SixpenceExchange exchange() {
        return exchange;
    }

    /** Starts a server there and returns when it serves. */
    public GangwayProcess serve(int port, Map<String, String> more, String... options) {
        Map<String, String> all = new HashMap<>(variables);
        all.putAll(more);
        String[] arguments = new String[options.length + 3];
        arguments[0] = "serve";
        arguments[1] = "--port";
        arguments[2] = Integer.toString(port);
        System.arraycopy(options, 0, arguments, 3, options.length);
        return GangwayProcess.start(folder, all, arguments).awaitServing();
    }

    /** Runs a command there, in this JVM. */
    public CommandLineRun run(String... arguments) {
        Map<String, String> all = new HashMap<>(variables);
        all.put("GANGWAY_DATA_DIR", folder.resolve("data").toString());
        return CommandLineRun.of(all, arguments);
    }

    /** Enrols SixpenceX, issues a token and returns what the partner calls a server with. */
    public Partner enrol(int port) {
        try {
            Path file = Files.writeString(folder.resolve("sixpence.yaml"), """
                    slug: sixpence
                    name: SixpenceX
                    exchanges: [SIXPENCE]
                    rate: unlimited
                    """);
            run("partner", "enrol", file.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String token = run("partner", "credential", "issue", "sixpence", "--type", "bearer", "-o", "json")
                .json()
                .path("token")
                .asText();
        return new Partner("http://localhost:" + port, token, key.key(), key.secret());
    }

    @Override
    public void close() {
        exchange.close();
    }
}
