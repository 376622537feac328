package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.log.Logging;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Stop;
import dev.gangway.bootstrap.terminal.Terminal;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gangway serve}. */
@Command(
        name = "serve",
        description = {
            "Run the server until SIGTERM or Ctrl-C, then finish what is in flight and exit with 0.",
            "An H2 database is migrated on the way, PostgreSQL only with --migrate."
        })
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = PortNumber.class,
            description = "The port; wins over GANGWAY_PORT. 0 takes a free one.")
    private @Nullable Integer port;

    @Option(names = "--migrate", description = "Bring the schema to this version first.")
    private boolean migrate;

    private final Terminal terminal;
    private final Stop stop;

    ServeCommand(Terminal terminal, Stop stop) {
        this.terminal = terminal;
        this.stop = stop;
    }

    @Override
    public Integer call() throws ConfigurationErrors {
        Map<String, String> variables = new HashMap<>(terminal.variables());
        if (port != null) {
            variables.put("GANGWAY_PORT", port.toString());
        }
        Configuration configuration = Configuration.read(variables, Purpose.SERVER);
        Logging.toStandardOutput(configuration.log(), configuration.server().accessLog());
        Databases.Migration migration = migrate ? Databases.Migration.ALWAYS : Databases.Migration.IF_EMBEDDED;
        stop.arm();
        try (Node node = Node.start(configuration, migration, null)) {
            LOG.info(
                    "Gangway {} is ready in {} at {} after {} ms",
                    Version.current(),
                    configuration.environment().apiName(),
                    node.baseUrl(),
                    Uptime.millis());
            stop.await();
            LOG.info("Stopping: finishing what is in flight");
        } catch (Refusal refusal) {
            throw refusal;
        } catch (RuntimeException fault) {
            LOG.error("The server failed", fault);
            throw fault;
        }
        LOG.info("Stopped");
        return CommandLineInterface.DONE;
    }
}
