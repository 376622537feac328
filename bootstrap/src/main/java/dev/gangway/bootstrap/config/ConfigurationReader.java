package dev.gangway.bootstrap.config;

import dev.gangway.application.auth.AddressRates;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.signin.SessionTimeouts;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.RetryPolicy;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads variables and gathers everything that is wrong with them. */
final class ConfigurationReader {
    private final Map<String, String> variables = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();

    ConfigurationReader(Map<String, String> environment) {
        environment.forEach((name, value) -> {
            if (name.startsWith(Keys.PREFIX)) {
                variables.put(name, value);
            }
        });
    }

    Configuration read(Purpose purpose) throws ConfigurationErrors {
        refuseUnknown();
        Environment environment = required(Keys.ENVIRONMENT);
        ServerSettings server = new ServerSettings(
                required(Keys.HOST),
                required(Keys.PORT),
                baseUrl(environment, purpose),
                new ServerSettings.MetricsPort(required(Keys.METRICS_PORT), isSet(Keys.METRICS_PORT)),
                required(Keys.SHUTDOWN_GRACE),
                required(Keys.ACCESS_LOG));
        DatabaseSettings database = new DatabaseSettings(
                optional(Keys.DATABASE_URL),
                optional(Keys.DATABASE_USER),
                optional(Keys.DATABASE_PASSWORD),
                required(Keys.DATABASE_POOL_SIZE));
        Configuration configuration = new Configuration(
                environment,
                required(Keys.OPERATOR),
                server,
                database,
                required(Keys.DATA_DIR).toAbsolutePath().normalize(),
                masterKeys(environment, purpose),
                new ImportSettings(
                        required(Keys.IMPORT_WORKERS), retries(), new RefreshInterval(required(Keys.REFRESH_INTERVAL))),
                sessions(),
                guards(),
                new ExchangeSettings(
                        required(Keys.EXCHANGE_KRAKEN_URL),
                        required(Keys.EXCHANGE_BINANCE_URL),
                        required(Keys.EXCHANGE_COINBASE_URL),
                        required(Keys.EXCHANGE_LUNO_URL),
                        required(Keys.EXCHANGE_VALR_URL),
                        required(Keys.EXCHANGE_OKX_URL),
                        optional(Keys.EXCHANGE_SIXPENCE_URL)),
                new LogSettings(required(Keys.LOG_FORMAT), required(Keys.LOG_LEVEL)));
        if (!problems.isEmpty()) {
            throw new ConfigurationErrors(problems);
        }
        return configuration;
    }

    private void refuseUnknown() {
        List<String> known = Keys.ALL.stream().map(Key::name).toList();
        for (String name : variables.keySet()) {
            if (!known.contains(name)) {
                problems.add(name + " is not a variable of Gangway" + Nearest.hint(name, known));
            }
        }
    }

    private @Nullable String baseUrl(Environment environment, Purpose purpose) {
        URI given = optional(Keys.BASE_URL);
        if (purpose == Purpose.SERVER && environment.isStrict()) {
            String where = " in " + environment.apiName();
            if (!isSet(Keys.BASE_URL)) {
                problems.add(Keys.BASE_URL.name() + " is required" + where
                        + ": the address at which browsers reach this server");
            } else if (given != null && !"https".equals(given.getScheme()) && !isLoopback(given.getHost())) {
                problems.add(Keys.BASE_URL.name() + " must be an https address" + where + ", unless it is loopback");
            }
        }
        return given == null ? null : given.toString();
    }

    private static boolean isLoopback(String host) {
        // by its form, so that 127.example.com is not taken for one
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127(\\.[0-9]{1,3}){3}");
    }

    private MasterKeySettings masterKeys(Environment environment, Purpose purpose) {
        if (purpose != Purpose.TOOL && environment.isStrict() && !isSet(Keys.MASTER_KEY)) {
            problems.add(MasterKeys.missing(environment));
        }
        return new MasterKeySettings(optional(Keys.MASTER_KEY), optional(Keys.MASTER_KEY_PREVIOUS));
    }

    private RetryPolicy retries() {
        Duration base = required(Keys.IMPORT_RETRY_BASE);
        Duration longest = required(Keys.IMPORT_RETRY_LONGEST);
        if (longest.compareTo(base) < 0) {
            problems.add(
                    Keys.IMPORT_RETRY_LONGEST.name() + " must not be shorter than " + Keys.IMPORT_RETRY_BASE.name());
            longest = base;
        }
        return new RetryPolicy(required(Keys.IMPORT_ATTEMPTS), base, longest);
    }

    private GuardSettings guards() {
        List<AddressRange> proxies = optional(Keys.TRUSTED_PROXIES);
        return new GuardSettings(
                proxies == null ? List.of() : proxies,
                new AddressRates(
                        required(Keys.RATE_ANONYMOUS), required(Keys.RATE_FAILED_AUTH), required(Keys.RATE_PAGES)));
    }

    private SessionTimeouts sessions() {
        Duration idle = required(Keys.SESSION_IDLE);
        Duration absolute = required(Keys.SESSION_ABSOLUTE);
        if (absolute.compareTo(idle) < 0) {
            problems.add(Keys.SESSION_ABSOLUTE.name() + " must not be shorter than " + Keys.SESSION_IDLE.name());
            absolute = idle;
        }
        return new SessionTimeouts(idle, absolute);
    }

    /** A variable that is set to nothing is not set. */
    private boolean isSet(Key<?> key) {
        return !variables.getOrDefault(key.name(), "").isEmpty();
    }

    private <T> @Nullable T optional(Key<T> key) {
        String text = variables.get(key.name());
        if (text == null || text.isEmpty()) {
            return null;
        }
        T value = key.form().parse(text);
        if (value == null) {
            String shown = key.secret() ? "" : ", not '" + Visible.of(text) + "'";
            String complaint = key.name() + " must be " + key.form().description() + shown;
            if (!problems.contains(complaint)) {
                problems.add(complaint);
            }
        }
        return value;
    }

    private <T> T required(Key<T> key) {
        T value = optional(key);
        if (value != null) {
            return value;
        }
        // stands in for a malformed one too, so that everything else is looked at before the complaint
        return Objects.requireNonNull(key.form().parse(Objects.requireNonNull(key.preset())));
    }
}
