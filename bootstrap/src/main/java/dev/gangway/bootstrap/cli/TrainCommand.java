package dev.gangway.bootstrap.cli;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.demo.Access;
import dev.gangway.bootstrap.demo.Demo;
import dev.gangway.bootstrap.demo.DemoDatabase;
import dev.gangway.bootstrap.demo.Journey;
import dev.gangway.bootstrap.log.Logging;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code gangway train}: does what a server does all day, so that the JVM can note what it needs for that. */
@Command(
        name = "train",
        hidden = true,
        description = "Exercise everything once, for the launcher's ahead-of-time cache.")
final class TrainCommand implements Callable<Integer> {
    private static final int JOURNEYS = 3;
    private static final int REGISTRATIONS = 300;
    private static final Duration LONGEST = Duration.ofSeconds(6);

    private final Terminal terminal;

    TrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ConfigurationErrors {
        try (DemoDatabase database = DemoDatabase.of(null)) {
            Configuration configuration = Configuration.read(
                    Map.of(
                            "GANGWAY_ENVIRONMENT",
                            "sandbox",
                            "GANGWAY_PORT",
                            "0",
                            "GANGWAY_DATABASE_URL",
                            database.url(),
                            "GANGWAY_MASTER_KEY",
                            MasterKey.generate().text().value()),
                    Purpose.SERVER);
            // the encoder of service, writing to nobody
            Logging.toStandardOutput(configuration.log(), true);
            try (Demo demo = Demo.start(configuration)) {
                exercise(demo.access());
            }
            terminal.out().println("trained");
            return CommandLineInterface.DONE;
        }
    }

    private static void exercise(Access access) {
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
        long end = System.nanoTime() + LONGEST.toNanos();
        for (int i = 0; i < JOURNEYS; i++) {
            if (!new Journey(access, "train.journey." + i + "@example.com", nobody).walk()) {
                throw new Refusal("The training did not arrive at its end.");
            }
        }
        // keys that the exchange refuses at once: it is registering that is to be learnt
        Access strangers = new Access(
                access.baseUrl(),
                access.partnerSource(),
                access.partnerToken(),
                access.exchangeBaseUrl(),
                "unknown-key-of-nobody",
                "unknown-secret-of-nobody");
        for (int i = 0; i < REGISTRATIONS && System.nanoTime() < end; i++) {
            new Journey(strangers, "train." + i + "@example.com", nobody).land();
        }
    }
}
