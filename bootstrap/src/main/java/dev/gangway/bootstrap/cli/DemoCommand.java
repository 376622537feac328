package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.demo.Access;
import dev.gangway.bootstrap.demo.Demo;
import dev.gangway.bootstrap.demo.DemoDatabase;
import dev.gangway.bootstrap.demo.Journey;
import dev.gangway.bootstrap.log.Logging;
import dev.gangway.bootstrap.server.Ports;
import dev.gangway.bootstrap.terminal.Stop;
import dev.gangway.bootstrap.terminal.Terminal;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gangway demo}. */
@Command(
        name = "demo",
        description = {
            "Start Gangway in sandbox with the fictional exchange SixpenceX beside it, and say what to try.",
            "Everything lies in a temporary H2 file that is gone afterwards, or in GANGWAY_DATABASE_URL."
        })
final class DemoCommand implements Callable<Integer> {
    /** Set by the launcher, which prints the address before anything slow happens. */
    static final String ANNOUNCED = "gangway.announced";

    /** What would stop whoever tries things out; lifted unless it is what they try. */
    private static final List<String> LIMITS =
            List.of("GANGWAY_RATE_ANONYMOUS", "GANGWAY_RATE_FAILED_AUTH", "GANGWAY_RATE_PAGES");

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "The port; wins over GANGWAY_PORT. 0 takes a free one.")
    private @Nullable Integer port;

    @Option(
            names = "--check",
            description = "Walk through the whole journey over HTTP on free ports, tell each step and exit: 0 if all"
                    + " went well.")
    private boolean check;

    private final Terminal terminal;
    private final Stop stop;

    DemoCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws ConfigurationErrors {
        Map<String, String> variables = new HashMap<>(terminal.variables());
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.remove("GANGWAY_BASE_URL");
        for (String limit : LIMITS) {
            variables.merge(limit, "unlimited", (given, lifted) -> given.isEmpty() ? lifted : given);
        }
        if (port != null) {
            variables.put("GANGWAY_PORT", port.toString());
        } else if (check) {
            variables.put("GANGWAY_PORT", "0");
        }
        if (check) {
            variables.put("GANGWAY_METRICS_PORT", "0");
        }
        try (DemoDatabase database = DemoDatabase.of(variables.get("GANGWAY_DATABASE_URL"))) {
            variables.put("GANGWAY_DATABASE_URL", database.url());
            Configuration configuration = Configuration.read(variables, Purpose.SERVER);
            int claimed = Ports.claim(
                    configuration.server().host(), configuration.server().port());
            Configuration onPort =
                    configuration.withServer(configuration.server().onPort(claimed));
            Path log = configuration.dataDir().resolve("demo.log");
            Logging.toFile(log);
            return check ? check(onPort, log) : present(onPort, database, log);
        }
    }

    private int check(Configuration configuration, Path log) {
        PrintStream out = terminal.out();
        try (Demo demo = Demo.start(configuration)) {
            String email = "check." + UUID.randomUUID().toString().substring(0, 8) + "@example.com";
            boolean arrived = new Journey(demo.access(), email, out).walk();
            out.println(arrived ? "The whole journey works." : "The journey ended early; the log is in " + log + ".");
            return arrived ? CommandLineInterface.DONE : CommandLineInterface.FAILED;
        }
    }

    private int present(Configuration configuration, DemoDatabase database, Path log) {
        PrintStream out = terminal.out();
        if (System.getProperty(ANNOUNCED) == null) {
            out.println(configuration.server().baseUrlOn(configuration.server().port()) + "/demo");
            out.flush();
        }
        stop.arm();
        try (Demo demo = Demo.start(configuration)) {
            tell(out, demo.access(), database, configuration.dataDir(), log);
            stop.await();
            out.println("Stopping ...");
            out.flush();
        }
        return CommandLineInterface.DONE;
    }

    private static void tell(PrintStream out, Access access, DemoDatabase database, Path dataDir, Path log) {
        out.println();
        out.println("Gangway is running, with SixpenceX as its partner. Press Ctrl-C to stop.");
        out.println();
        out.println("  Start here   " + access.baseUrl() + "/demo   (press \"Get your tax report\")");
        out.println("  Report       " + access.baseUrl() + "/report   (once signed in)");
        out.println("  API          " + access.baseUrl() + "/openapi.yaml");
        out.println("  Exchange     " + access.exchangeBaseUrl());
        out.println("  Log          " + log);
        out.println();
        out.println("  Base URL     " + access.baseUrl());
        out.println("  Token        " + access.partnerToken());
        out.println();
        out.println("Register a user yourself, then open the redirect_url of the answer:");
        out.println();
        out.println(curl(access));
        out.println();
        out.println("And read what the user of that answer holds:");
        out.println();
        out.println("  curl -sS '" + access.baseUrl() + "/portfolio?user_id=usr_...' \\");
        out.println("    -H 'Authorization: Bearer " + access.partnerToken() + "'");
        out.println();
        out.println("The command line works beside it, in another terminal:");
        out.println();
        out.println("  export GANGWAY_DATABASE_URL='" + database.url() + "' GANGWAY_ENVIRONMENT=sandbox"
                + " GANGWAY_DATA_DIR='" + dataDir + "'");
        out.println("  ./gangway partner credential list " + access.partnerSource());
        out.println();
        Map<String, Object> ready = new LinkedHashMap<>();
        ready.put("base_url", access.baseUrl().toString());
        ready.put("partner_source", access.partnerSource());
        ready.put("partner_token", access.partnerToken());
        ready.put("exchange_base_url", access.exchangeBaseUrl().toString());
        ready.put("api_key", access.apiKey());
        ready.put("api_secret", access.apiSecret());
        out.println("ready " + Printing.json(ready));
        out.flush();
    }

    private static String curl(Access access) {
        return """
                curl -sS %s/api/v1/partner/register \\
                  -H 'Authorization: Bearer %s' \\
                  -H 'Content-Type: application/json' \\
                  -d '{"email": "you@example.com", "partner_source": "%s", "jurisdiction": "RSA",
                       "api_credentials": [{"exchange_name": "SIXPENCE",
                                            "api_key": "%s",
                                            "api_secret": "%s"}]}'""".indent(2).stripTrailing().formatted(
                access.baseUrl(), access.partnerToken(), access.partnerSource(), access.apiKey(), access.apiSecret());
    }
}
