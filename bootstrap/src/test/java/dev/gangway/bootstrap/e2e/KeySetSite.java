package dev.gangway.bootstrap.e2e;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.application.testkit.fixture.TokenForge;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Where a partner publishes its keys. */
final class KeySetSite implements AutoCloseable {
    private static final int P256_BYTES = 32;

    private final TestAuthority authority = new TestAuthority(Scratch.folder());
    private final HttpsServer server;
    private final AtomicInteger sets = new AtomicInteger();

    /** Opens one on this machine. */
    KeySetSite() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serverOf("ip:127.0.0.1")));
        server.start();
    }

    /** The variables of a process that trusts it. */
    Map<String, String> trusting(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=" + authority.trustStore() + " -Djavax.net.ssl.trustStorePassword="
                        + TestAuthority.PASSWORD);
        return all;
    }

    /** Publishes a set of one key on P-256, and returns its address. */
    String publish(PublicKey key) {
        ECPublicKey point = (ECPublicKey) key;
        byte[] set = "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"%s\",\"y\":\"%s\"}]}"
                .formatted(
                        number(point.getW().getAffineX()), number(point.getW().getAffineY()))
                .getBytes(StandardCharsets.UTF_8);
        String path = "/" + sets.incrementAndGet() + "/keys.json";
        server.createContext(path, asked -> {
            try (asked) {
                asked.sendResponseHeaders(200, set.length);
                asked.getResponseBody().write(set);
            }
        });
        return "https://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] fixed = new byte[P256_BYTES];
        int length = Math.min(bytes.length, P256_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, P256_BYTES - length, length);
        return TokenForge.encode(fixed);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
