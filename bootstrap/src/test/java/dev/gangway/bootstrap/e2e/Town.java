package dev.gangway.bootstrap.e2e;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.config.ConfigurationErrors;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.Access;
import dev.gangway.bootstrap.demo.Demo;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.log.Logging;
import dev.gangway.bootstrap.server.Node;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A Gangway with the exchange and the partner of the demo, in this JVM, on a database of its own. */
final class Town implements AutoCloseable {
    private static final String MASTER_KEY = MasterKey.generate().text().value();

    private final TestDatabase database;
    private final String url;
    private final Path folder;
    private final Demo demo;
    private final List<Node> workers = new ArrayList<>();

    private Town(TestDatabase database, String url, Path folder, Demo demo) {
        this.database = database;
        this.url = url;
        this.folder = folder;
        this.demo = demo;
    }

    /** Starts one that imports by itself. */
    static Town on(TestDatabase database) {
        return on(database, Map.of());
    }

    /** Starts one in which nothing is imported until {@link #letWorkersIn}. */
    static Town withoutWorkers(TestDatabase database) {
        return on(database, Map.of("GANGWAY_IMPORT_WORKERS", "0"));
    }

    /** Starts one. */
    static Town on(TestDatabase database, Map<String, String> more) {
        String url = database.newUrl();
        Path folder = Scratch.folder();
        // a command that was run in this JVM may have made the log louder
        Logging.toStandardError();
        return new Town(database, url, folder, Demo.start(configuration(url, folder, more)));
    }

    /** Starts a second node beside the first, which imports. */
    void letWorkersIn() {
        Configuration configuration = configuration(
                url,
                folder,
                Map.of(
                        "GANGWAY_EXCHANGE_SIXPENCE_URL",
                        access().exchangeBaseUrl().toString()));
        workers.add(Node.start(configuration, Databases.Migration.IF_EMBEDDED, null));
    }

    /** The configuration of a node for tests: sandbox, any free port, no metrics. */
    static Configuration configuration(String url, Path dataDir, Map<String, String> more) {
        try {
            return Configuration.read(variables(url, dataDir, more), Purpose.SERVER);
        } catch (ConfigurationErrors errors) {
            throw new AssertionError(errors.problems().toString(), errors);
        }
    }

    /** The same as variables. */
    static Map<String, String> variables(String url, Path dataDir, Map<String, String> more) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("GANGWAY_ENVIRONMENT", "sandbox");
        variables.put("GANGWAY_PORT", "0");
        variables.put("GANGWAY_METRICS_PORT", "0");
        variables.put("GANGWAY_MASTER_KEY", MASTER_KEY);
        variables.put("GANGWAY_DATABASE_URL", url);
        variables.put("GANGWAY_DATA_DIR", dataDir.toString());
        variables.putAll(more);
        return variables;
    }

    Access access() {
        return demo.access();
    }

    URI at(String path) {
        return access().baseUrl().resolve(path);
    }

    /** The partner's side. */
    Till till() {
        return new Till(access().baseUrl(), access().partnerSource(), access().partnerToken());
    }

    /** The key of the demo's customer. */
    ApiKey key() {
        return new ApiKey(access().apiKey(), access().apiSecret(), Set.of(ApiKey.READ), true);
    }

    TestDatabase database() {
        return database;
    }

    Store store() {
        return Store.of(database, url);
    }

    @Override
    public void close() {
        workers.forEach(Node::close);
        demo.close();
    }
}
