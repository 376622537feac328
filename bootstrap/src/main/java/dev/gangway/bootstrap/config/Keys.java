package dev.gangway.bootstrap.config;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.source.RefreshInterval;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The table of all variables. What is not in it is unknown and stops the start. */
final class Keys {
    /** What every variable of ours starts with. */
    static final String PREFIX = "GANGWAY_";

    private static final Form<MasterKey> MASTER_KEY_FORM =
            Form.checked("a master key as `gangway keys generate` prints it", MasterKey::parse);

    static final Key<Environment> ENVIRONMENT = Key.of(
            "GANGWAY_ENVIRONMENT",
            Form.choice(words(Environment.values(), Environment::apiName)),
            "production",
            "Where Gangway runs; part of every credential's prefix. `demo` is always `sandbox`.");

    static final Key<String> HOST = Key.of(
            "GANGWAY_HOST",
            Form.text("an address of this machine", host -> host.matches("[A-Za-z0-9.:-]+")),
            "127.0.0.1",
            "The address on which the server listens. The default is for a reverse proxy on the same machine; in a"
                    + " container set `0.0.0.0`.");

    static final Key<Integer> PORT =
            Key.of("GANGWAY_PORT", Form.whole(0, 65_535), "8080", "The server's port; `0` takes a free one.");

    static final Key<URI> BASE_URL = Key.optional(
            "GANGWAY_BASE_URL",
            Form.origin(),
            "`http://localhost:<port>`; none in production and staging",
            "Where browsers reach the server: sign-in links start with it. `serve` requires it in production and"
                    + " staging, as https unless it is loopback.");

    static final Key<Integer> METRICS_PORT = Key.of(
            "GANGWAY_METRICS_PORT",
            Form.whole(0, 65_535),
            "9090",
            "The port of `/metrics`, on loopback only; `0` for no metrics. When it is not set and 9090 is taken, a free"
                    + " port is used and logged.");

    static final Key<String> OPERATOR = Key.of(
            "GANGWAY_OPERATOR",
            Form.text("a name of at most 60 characters", name -> !name.isBlank() && name.length() <= 60),
            "Gangway",
            "The name of the company that runs this Gangway, on every page.");

    static final Key<String> DATABASE_URL = Key.secret(
            "GANGWAY_DATABASE_URL",
            Form.text(
                    "a JDBC URL that starts with jdbc:h2: or jdbc:postgresql:",
                    url -> url.startsWith("jdbc:h2:") || url.startsWith("jdbc:postgresql:")),
            "an H2 file in the data folder",
            "The database. No message repeats it, for it may hold a password.");

    static final Key<String> DATABASE_USER = Key.optional(
            "GANGWAY_DATABASE_USER", Form.text("a text"), "none", "The database's user, unless the URL names one.");

    static final Key<String> DATABASE_PASSWORD =
            Key.secret("GANGWAY_DATABASE_PASSWORD", Form.text("a text"), "none", "The database user's password.");

    static final Key<Integer> DATABASE_POOL_SIZE = Key.of(
            "GANGWAY_DATABASE_POOL_SIZE",
            Form.whole(2, 256),
            "8",
            "How many connections to the database requests share at most; import workers have their own.");

    static final Key<Path> DATA_DIR = Key.of(
            "GANGWAY_DATA_DIR",
            Form.folder(),
            "./data",
            "Where the H2 file is, and the master key of sandbox and development.");

    static final Key<MasterKey> MASTER_KEY = Key.secret(
            "GANGWAY_MASTER_KEY",
            MASTER_KEY_FORM,
            "`master.key` in the data folder, made on first use; none in production and staging",
            "Wraps every key that lies in the database. Required in production and staging by what seals or signs:"
                    + " `serve`, `keys rotate`, `keys reseal`, and issuing client secrets and signing keys.");

    static final Key<MasterKey> MASTER_KEY_PREVIOUS = Key.secret(
            "GANGWAY_MASTER_KEY_PREVIOUS",
            MASTER_KEY_FORM,
            "none",
            "The master key before this one, until `keys rotate` has wrapped everything anew.");

    static final Key<Integer> IMPORT_WORKERS = Key.of(
            "GANGWAY_IMPORT_WORKERS",
            Form.whole(0, 64),
            "2",
            "How many imports this node runs at once; with `0` it leaves them to other nodes.");

    static final Key<Integer> IMPORT_ATTEMPTS = Key.of(
            "GANGWAY_IMPORT_ATTEMPTS",
            Form.whole(1, 100),
            "8",
            "After how many attempts to reach an exchange an import gives up.");

    static final Key<Duration> IMPORT_RETRY_BASE = Key.of(
            "GANGWAY_IMPORT_RETRY_BASE",
            Form.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
            "5s",
            "How long an import waits after its first failed attempt; the wait doubles with each.");

    static final Key<Duration> IMPORT_RETRY_LONGEST = Key.of(
            "GANGWAY_IMPORT_RETRY_LONGEST",
            Form.duration(Duration.ofSeconds(1), Duration.ofDays(1)),
            "15m",
            "No wait between two attempts is longer.");

    static final Key<Duration> REFRESH_INTERVAL = Key.of(
            "GANGWAY_REFRESH_INTERVAL",
            Form.duration(RefreshInterval.LEAST, RefreshInterval.MOST),
            "24h",
            "How often each source is brought up to date by itself; each keeps an interval of its own, up to a tenth"
                    + " longer or shorter. The same on every node.");

    static final Key<Duration> SESSION_IDLE = Key.of(
            "GANGWAY_SESSION_IDLE",
            Form.duration(Duration.ofMinutes(2), Duration.ofDays(30)),
            "30m",
            "A session ends after so long without a request.");

    static final Key<Duration> SESSION_ABSOLUTE = Key.of(
            "GANGWAY_SESSION_ABSOLUTE",
            Form.duration(Duration.ofMinutes(2), Duration.ofDays(30)),
            "12h",
            "A session ends so long after sign-in, whatever happens.");

    static final Key<List<AddressRange>> TRUSTED_PROXIES = Key.optional(
            "GANGWAY_TRUSTED_PROXIES",
            Form.addressRanges(),
            "none",
            "The reverse proxies before this server. From them, and from nobody else, `X-Forwarded-For` is believed, read"
                    + " from the right: where limits, allowlists and logs take a caller's address from. `Forwarded` is"
                    + " never read.");

    static final Key<CallRate> RATE_ANONYMOUS = Key.of(
            "GANGWAY_RATE_ANONYMOUS",
            Form.rate(),
            "60",
            "How many calls of the partner API without a credential one address may make in any 60 seconds. An IPv6"
                    + " address counts as its /64 here and below; `demo` has none of these limits unless they are set.");

    static final Key<CallRate> RATE_FAILED_AUTH = Key.of(
            "GANGWAY_RATE_FAILED_AUTH",
            Form.rate(),
            "600",
            "How many calls of the partner API from one address may fail to authenticate in any 60 seconds; after so many"
                    + " nothing from there is verified.");

    static final Key<CallRate> RATE_PAGES = Key.of(
            "GANGWAY_RATE_PAGES",
            Form.rate(),
            "6000",
            "How many pages and links one address may open in any 60 seconds, on each node; assets and health checks do"
                    + " not count.");

    static final Key<URI> EXCHANGE_KRAKEN_URL = exchange("KRAKEN", "Kraken", "https://api.kraken.com");

    static final Key<URI> EXCHANGE_BINANCE_URL = exchange("BINANCE", "Binance", "https://api.binance.com");

    static final Key<URI> EXCHANGE_COINBASE_URL = exchange("COINBASE", "Coinbase", "https://api.coinbase.com");

    static final Key<URI> EXCHANGE_LUNO_URL = exchange("LUNO", "Luno", "https://api.luno.com");

    static final Key<URI> EXCHANGE_VALR_URL = exchange("VALR", "VALR", "https://api.valr.com");

    static final Key<URI> EXCHANGE_OKX_URL = exchange("OKX", "OKX", "https://www.okx.com");

    static final Key<URI> EXCHANGE_SIXPENCE_URL = Key.optional(
            "GANGWAY_EXCHANGE_SIXPENCE_URL",
            Form.origin(),
            "none; `demo` starts one",
            "Where the fictional exchange SixpenceX answers. Without it, sources at SIXPENCE fail to import.");

    static final Key<Duration> SHUTDOWN_GRACE = Key.of(
            "GANGWAY_SHUTDOWN_GRACE",
            Form.duration(Duration.ZERO, Duration.ofMinutes(10)),
            "20s",
            "How long a stop waits for requests in flight; imports are handed back within ten seconds more.");

    static final Key<LogFormat> LOG_FORMAT = Key.of(
            "GANGWAY_LOG_FORMAT",
            Form.choice(words(LogFormat.values(), Keys::lower)),
            "json",
            "How `serve` writes its log to standard output.");

    static final Key<String> LOG_LEVEL = Key.of(
            "GANGWAY_LOG_LEVEL",
            Form.choice(same("error", "warn", "info", "debug")),
            "info",
            "The least level that is logged.");

    static final Key<Boolean> ACCESS_LOG = Key.of(
            "GANGWAY_ACCESS_LOG", Form.choice(onOff()), "on", "Whether every request is logged with its answer.");

    static final Key<String> JAVA_OPTS = Key.optional(
            "GANGWAY_JAVA_OPTS",
            Form.text("options of java"),
            "none",
            "Further options of the JVM; read by the launcher `./gangway`.");

    /** All of them, in the order of the documentation. */
    static final List<Key<?>> ALL = List.of(
            ENVIRONMENT,
            HOST,
            PORT,
            BASE_URL,
            METRICS_PORT,
            OPERATOR,
            DATABASE_URL,
            DATABASE_USER,
            DATABASE_PASSWORD,
            DATABASE_POOL_SIZE,
            DATA_DIR,
            MASTER_KEY,
            MASTER_KEY_PREVIOUS,
            IMPORT_WORKERS,
            IMPORT_ATTEMPTS,
            IMPORT_RETRY_BASE,
            IMPORT_RETRY_LONGEST,
            REFRESH_INTERVAL,
            SESSION_IDLE,
            SESSION_ABSOLUTE,
            TRUSTED_PROXIES,
            RATE_ANONYMOUS,
            RATE_FAILED_AUTH,
            RATE_PAGES,
            EXCHANGE_KRAKEN_URL,
            EXCHANGE_BINANCE_URL,
            EXCHANGE_COINBASE_URL,
            EXCHANGE_LUNO_URL,
            EXCHANGE_VALR_URL,
            EXCHANGE_OKX_URL,
            EXCHANGE_SIXPENCE_URL,
            SHUTDOWN_GRACE,
            LOG_FORMAT,
            LOG_LEVEL,
            ACCESS_LOG,
            JAVA_OPTS);

    private Keys() {}

    private static Key<URI> exchange(String name, String title, String address) {
        return Key.of(
                "GANGWAY_EXCHANGE_" + name + "_URL", Form.origin(), address, "Where " + title + "'s API answers.");
    }

    private static String lower(Enum<?> value) {
        return Ascii.lower(value.name());
    }

    private static <T> Map<String, T> words(T[] values, Function<T, String> name) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(name.apply(value), value);
        }
        return words;
    }

    private static Map<String, String> same(String... values) {
        return words(values, Function.identity());
    }

    private static Map<String, Boolean> onOff() {
        Map<String, Boolean> words = new LinkedHashMap<>();
        words.put("on", true);
        words.put("off", false);
        return words;
    }
}
