package dev.gangway.bootstrap.e2e;

import dev.gangway.application.testkit.fixture.Race;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** As many servers on one database as it can have: two on PostgreSQL, one on an H2 file. */
final class Nodes implements AutoCloseable {
    private final List<ServerProcess> servers;

    private Nodes(List<ServerProcess> servers) {
        this.servers = servers;
    }

    /** Starts them at once, and returns when all are ready. */
    static Nodes start(TestDatabase database, Map<String, String> variables) {
        int count = database == TestDatabase.POSTGRESQL ? 2 : 1;
        return new Nodes(Race.among(count, i -> ServerProcess.start(variables)));
    }

    /** Where they are. */
    List<URI> all() {
        return servers.stream().map(ServerProcess::baseUrl).toList();
    }

    /** One after the other by turns. */
    URI at(int turn) {
        return servers.get(turn % servers.size()).baseUrl();
    }

    /** kill -9. */
    void kill() {
        servers.forEach(ServerProcess::kill);
    }

    /** Lets them stop by themselves. */
    void stop() {
        servers.forEach(ServerProcess::stop);
    }

    @Override
    public void close() {
        servers.forEach(ServerProcess::close);
    }
}
