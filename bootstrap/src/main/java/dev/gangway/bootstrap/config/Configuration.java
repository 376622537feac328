package dev.gangway.bootstrap.config;

import dev.gangway.domain.signin.SessionTimeouts;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;

/**
 * Everything that can be configured, checked.
 *
 * @param environment where Gangway runs
 * @param operator the name of the company that runs it
 * @param dataDir the data folder, absolute
 * @param guards what guards every request
 * @param exchanges where the exchanges answer
 */
public record Configuration(
        Environment environment,
        String operator,
        ServerSettings server,
        DatabaseSettings database,
        Path dataDir,
        MasterKeySettings masterKeys,
        ImportSettings imports,
        SessionTimeouts sessions,
        GuardSettings guards,
        ExchangeSettings exchanges,
        LogSettings log) {
    /**
     * Reads the variables.
     *
     * @param variables the process's environment; what does not start with {@code GANGWAY_} is not looked at
     * @throws ConfigurationErrors naming everything that is wrong at once
     */
    public static Configuration read(Map<String, String> variables, Purpose purpose) throws ConfigurationErrors {
        return new ConfigurationReader(variables).read(purpose);
    }

    /** The same with another place for SixpenceX. */
    public Configuration withSixpence(URI address) {
        return new Configuration(
                environment,
                operator,
                server,
                database,
                dataDir,
                masterKeys,
                imports,
                sessions,
                guards,
                exchanges.withSixpence(address),
                log);
    }

    /** The same with other server settings. */
    public Configuration withServer(ServerSettings other) {
        return new Configuration(
                environment, operator, other, database, dataDir, masterKeys, imports, sessions, guards, exchanges, log);
    }
}
