package dev.gangway.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.crypto.MasterKey;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every variable: what holds without it, what it takes, what it refuses. */
class KeysTest {
    private static final String KEY = MasterKey.generate().text().value();

    /**
     * @param key the variable
     * @param read what the configuration makes of it
     * @param preset what holds without it, null for nothing
     * @param given a well-formed value that is not the default
     * @param taken what that is read as
     * @param malformed values that stop the start
     */
    private record Row(
            Key<?> key,
            Function<Configuration, @Nullable Object> read,
            @Nullable Object preset,
            String given,
            @Nullable Object taken,
            List<String> malformed) {}

    private static final List<Row> ROWS = List.of(
            row(
                    Keys.ENVIRONMENT,
                    c -> c.environment().apiName(),
                    "production",
                    "sandbox",
                    "sandbox",
                    "prod",
                    "Sandbox"),
            row(Keys.HOST, c -> c.server().host(), "127.0.0.1", "0.0.0.0", "0.0.0.0", "http://x", "a b"),
            row(Keys.PORT, c -> c.server().port(), 8080, "0", 0, "-1", "65536", "http", "8080 ", "99999999999"),
            row(
                    Keys.BASE_URL,
                    c -> c.server().baseUrlOn(1234),
                    "http://localhost:1234",
                    "https://gangway.example/",
                    "https://gangway.example",
                    "gangway.example",
                    "ftp://gangway.example",
                    "https://gangway.example/path",
                    "https://gangway.example?q",
                    "https://user@gangway.example",
                    "https://"),
            row(Keys.METRICS_PORT, c -> c.server().metrics().port(), 9090, "0", 0, "-1", "x"),
            row(Keys.OPERATOR, c -> c.operator(), "Gangway", "Acme Ltd", "Acme Ltd", " ", "x".repeat(61)),
            row(
                    Keys.DATABASE_URL,
                    c -> c.database().url(),
                    null,
                    "jdbc:postgresql://db/gangway",
                    "jdbc:postgresql://db/gangway",
                    "jdbc:mysql://db/gangway",
                    "postgresql://db/gangway"),
            row(Keys.DATABASE_USER, c -> c.database().user(), null, "gangway", "gangway"),
            row(Keys.DATABASE_PASSWORD, c -> c.database().password(), null, "pass word", "pass word"),
            row(Keys.DATABASE_POOL_SIZE, c -> c.database().poolSize(), 8, "2", 2, "1", "257", "many"),
            row(
                    Keys.DATA_DIR,
                    c -> c.dataDir().toString(),
                    System.getProperty("user.dir") + "/data",
                    "/var/lib/gangway/",
                    "/var/lib/gangway",
                    "\0"),
            row(Keys.MASTER_KEY, c -> text(c.masterKeys().current()), null, KEY, KEY, "secret", KEY + "x"),
            row(Keys.MASTER_KEY_PREVIOUS, c -> text(c.masterKeys().previous()), null, KEY, KEY, "secret"),
            row(Keys.IMPORT_WORKERS, c -> c.imports().workers(), 2, "0", 0, "65", "-1", "1.5"),
            row(Keys.IMPORT_ATTEMPTS, c -> c.imports().retries().attempts(), 8, "1", 1, "0", "101"),
            row(
                    Keys.IMPORT_RETRY_BASE,
                    c -> Durations.print(c.imports().retries().base()),
                    "5s",
                    "1m",
                    "1m",
                    "0s",
                    "5"),
            row(
                    Keys.IMPORT_RETRY_LONGEST,
                    c -> Durations.print(c.imports().retries().longest()),
                    "15m",
                    "1h",
                    "1h",
                    "2d",
                    "soon"),
            row(
                    Keys.REFRESH_INTERVAL,
                    c -> Durations.print(c.imports().refresh().value()),
                    "1d",
                    "6h",
                    "6h",
                    "59m",
                    "31d",
                    "off"),
            row(Keys.SESSION_IDLE, c -> Durations.print(c.sessions().idle()), "30m", "2m", "2m", "119s", "31d", "1w"),
            row(Keys.SESSION_ABSOLUTE, c -> Durations.print(c.sessions().absolute()), "12h", "1d", "1d", "1s", "-1h"),
            row(
                    Keys.TRUSTED_PROXIES,
                    c -> c.guards().trustedProxies().toString(),
                    "[]",
                    "10.0.0.0/8, 2001:db8::1",
                    "[10.0.0.0/8, 2001:db8::1]",
                    "10.0.0.1/8",
                    "0.0.0.0/0",
                    "::/0",
                    "proxy.example",
                    "10.0.0.1,",
                    "10.0.0.1 10.0.0.2"),
            row(
                    Keys.RATE_ANONYMOUS,
                    c -> c.guards().rates().anonymous().toString(),
                    "60",
                    "1",
                    "1",
                    "0",
                    "-1",
                    "off",
                    "1000001",
                    "01",
                    "6e1"),
            row(
                    Keys.RATE_FAILED_AUTH,
                    c -> c.guards().rates().failed().toString(),
                    "600",
                    "1000000",
                    "1000000",
                    "0",
                    "none"),
            row(
                    Keys.RATE_PAGES,
                    c -> c.guards().rates().pages().toString(),
                    "6000",
                    "unlimited",
                    "unlimited",
                    "0",
                    "Unlimited"),
            row(
                    Keys.EXCHANGE_KRAKEN_URL,
                    c -> c.exchanges().kraken().toString(),
                    "https://api.kraken.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_BINANCE_URL,
                    c -> c.exchanges().binance().toString(),
                    "https://api.binance.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_COINBASE_URL,
                    c -> c.exchanges().coinbase().toString(),
                    "https://api.coinbase.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_LUNO_URL,
                    c -> c.exchanges().luno().toString(),
                    "https://api.luno.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_VALR_URL,
                    c -> c.exchanges().valr().toString(),
                    "https://api.valr.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_OKX_URL,
                    c -> c.exchanges().okx().toString(),
                    "https://www.okx.com",
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(
                    Keys.EXCHANGE_SIXPENCE_URL,
                    c -> Objects.toString(c.exchanges().sixpence(), null),
                    null,
                    "http://127.0.0.1:9",
                    "http://127.0.0.1:9",
                    "127.0.0.1:9"),
            row(Keys.SHUTDOWN_GRACE, c -> Durations.print(c.server().shutdownGrace()), "20s", "0s", "0s", "11m", "20"),
            row(Keys.LOG_FORMAT, c -> c.log().format(), LogFormat.JSON, "text", LogFormat.TEXT, "xml", "JSON"),
            row(Keys.LOG_LEVEL, c -> c.log().level(), "info", "debug", "debug", "trace", "INFO"),
            row(Keys.ACCESS_LOG, c -> c.server().accessLog(), true, "off", false, "no", "false"),
            row(Keys.JAVA_OPTS, c -> null, null, "-Xmx1g", null));

    private static Row row(
            Key<?> key,
            Function<Configuration, @Nullable Object> read,
            @Nullable Object preset,
            String given,
            @Nullable Object taken,
            String... malformed) {
        return new Row(key, read, preset, given, taken, List.of(malformed));
    }

    private static @Nullable String text(@Nullable MasterKey key) {
        return key == null ? null : key.text().value();
    }

    @Test
    void noVariableIsLeftOut() {
        assertThat(ROWS).extracting(Row::key).isEqualTo(Keys.ALL);
    }

    @TestFactory
    Stream<DynamicTest> everyVariableHasItsDefault() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(row.key.name(), () -> {
                    assertThat(row.read.apply(read(Map.of()))).isEqualTo(row.preset);
                    assertThat(row.read.apply(read(Map.of(row.key.name(), ""))))
                            .as("a variable that is set to nothing is not set")
                            .isEqualTo(row.preset);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyVariableIsTaken() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.key.name(),
                        () -> assertThat(row.read.apply(read(Map.of(row.key.name(), row.given))))
                                .isEqualTo(row.taken)));
    }

    @TestFactory
    Stream<DynamicTest> everyMalformedValueStopsTheStart() {
        return ROWS.stream()
                .flatMap(row -> row.malformed.stream()
                        .map(value -> DynamicTest.dynamicTest(row.key.name() + "=" + value, () -> {
                            List<String> problems = problems(Map.of(row.key.name(), value));
                            assertThat(problems).singleElement().asString().startsWith(row.key.name() + " must be ");
                            if (row.key.secret()) {
                                assertThat(problems.get(0)).doesNotContain(value);
                            }
                        })));
    }

    @Test
    void anUnknownVariableStopsTheStartWithTheNearestName() {
        assertThat(problems(Map.of("GANGWAY_PROT", "1")))
                .containsExactly("GANGWAY_PROT is not a variable of Gangway, did you mean GANGWAY_PORT?");
        assertThat(problems(Map.of("GANGWAY_DATABASE_URI", "jdbc:h2:mem:x")))
                .containsExactly(
                        "GANGWAY_DATABASE_URI is not a variable of Gangway, did you mean GANGWAY_DATABASE_URL?");
        assertThat(problems(Map.of("GANGWAY_SOMETHING_ELSE_ALTOGETHER", "x")))
                .containsExactly("GANGWAY_SOMETHING_ELSE_ALTOGETHER is not a variable of Gangway");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        assertThat(problems(Map.of("GANGWAY_PORT", "x", "GANGWAY_LOG_LEVEL", "loud", "GANGWAY_HOSTS", "y")))
                .hasSize(3);
    }

    @Test
    void otherProgramsVariablesAreNotLookedAt() throws ConfigurationErrors {
        assertThat(read(Map.of("PATH", "/bin", "gangway_port", "x")).server().port())
                .isEqualTo(8080);
    }

    @Test
    void lengthsOfTimeMustFitEachOther() {
        assertThat(problems(Map.of("GANGWAY_SESSION_IDLE", "13h")))
                .containsExactly("GANGWAY_SESSION_ABSOLUTE must not be shorter than GANGWAY_SESSION_IDLE");
        assertThat(problems(Map.of("GANGWAY_IMPORT_RETRY_BASE", "16m")))
                .containsExactly("GANGWAY_IMPORT_RETRY_LONGEST must not be shorter than GANGWAY_IMPORT_RETRY_BASE");
    }

    @Test
    void aServerInProductionOrStagingMustBeToldItsKeyAndItsAddress() {
        for (String environment : List.of("production", "staging")) {
            assertThat(serverProblems(Map.of("GANGWAY_ENVIRONMENT", environment)))
                    .anySatisfy(problem ->
                            assertThat(problem).startsWith("GANGWAY_MASTER_KEY is required in " + environment))
                    .anySatisfy(problem ->
                            assertThat(problem).startsWith("GANGWAY_BASE_URL is required in " + environment));
            for (String plain :
                    List.of("http://gangway.example", "http://127.gangway.example", "http://localhost.example")) {
                assertThat(serverProblems(Map.of(
                                "GANGWAY_ENVIRONMENT", environment,
                                "GANGWAY_MASTER_KEY", KEY,
                                "GANGWAY_BASE_URL", plain)))
                        .containsExactly("GANGWAY_BASE_URL must be an https address in " + environment
                                + ", unless it is loopback");
            }
        }
    }

    @Test
    void aServerInProductionMayBeBehindLoopback() throws ConfigurationErrors {
        for (String base :
                List.of("http://localhost:8080", "http://127.0.0.1:80", "http://[::1]:80", "https://a.example")) {
            Configuration configuration =
                    Configuration.read(Map.of("GANGWAY_MASTER_KEY", KEY, "GANGWAY_BASE_URL", base), Purpose.SERVER);
            assertThat(configuration.server().baseUrlOn(1)).isEqualTo(base);
        }
    }

    @Test
    void elsewhereNothingIsRequired() throws ConfigurationErrors {
        for (String environment : List.of("sandbox", "development")) {
            assertThat(Configuration.read(Map.of("GANGWAY_ENVIRONMENT", environment), Purpose.SERVER)
                            .environment()
                            .isStrict())
                    .isFalse();
        }
        assertThat(Configuration.read(Map.of(), Purpose.TOOL).masterKeys().current())
                .isNull();
    }

    @Test
    void nothingThatCouldHoldAPasswordPrintsItself() throws ConfigurationErrors {
        Configuration configuration = read(Map.of(
                "GANGWAY_MASTER_KEY", KEY,
                "GANGWAY_DATABASE_PASSWORD", "hunter22",
                "GANGWAY_DATABASE_URL", "jdbc:postgresql://db/gangway?password=hunter22"));
        assertThat(configuration.toString()).doesNotContain("hunter22").doesNotContain(KEY);
    }

    private static Configuration read(Map<String, String> variables) throws ConfigurationErrors {
        return Configuration.read(variables, Purpose.TOOL);
    }

    private static List<String> problems(Map<String, String> variables) {
        return problems(variables, Purpose.TOOL);
    }

    private static List<String> serverProblems(Map<String, String> variables) {
        return problems(variables, Purpose.SERVER);
    }

    private static List<String> problems(Map<String, String> variables, Purpose purpose) {
        try {
            Configuration.read(variables, purpose);
            return List.of();
        } catch (ConfigurationErrors errors) {
            return Objects.requireNonNull(errors.problems());
        }
    }

    @Test
    void distanceCountsKeystrokes() {
        assertThat(Nearest.distance("kitten", "sitting")).isEqualTo(3);
        assertThat(Nearest.to("qqqqqqqq", List.of("GANGWAY_PORT"))).isNull();
        assertThatThrownBy(() -> Configuration.read(Map.of("GANGWAY_X", ""), Purpose.TOOL))
                .isInstanceOf(ConfigurationErrors.class);
    }
}
