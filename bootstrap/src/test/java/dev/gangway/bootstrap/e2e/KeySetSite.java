package dev.gangway.bootstrap.e2e;

import dev.gangway.application.testkit.fixture.KeySetHost;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.application.testkit.fixture.TokenForge;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Map;
import java.util.TreeMap;

/** Where a partner publishes its key, and what lets processes trust it. */
final class KeySetSite implements AutoCloseable {
    private final TestAuthority authority = new TestAuthority(Scratch.folder());
    private final KeySetHost host = new KeySetHost(authority.serverOf("dns:localhost"));

    /** The variables of a process that trusts it. */
    Map<String, String> trusting(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put(
                "JDK_JAVA_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + authority.trustStore() + " -Djavax.net.ssl.trustStorePassword="
                        + TestAuthority.PASSWORD);
        return all;
    }

    /** Publishes a set of one key, and returns its address. */
    String publish(PublicKey key) {
        host.answers(200, ("{\"keys\":[" + TokenForge.jwk("", key) + "]}").getBytes(StandardCharsets.UTF_8));
        return host.address("localhost").value();
    }

    @Override
    public void close() {
        host.close();
    }
}
