package dev.gangway.adapters.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.testkit.fixture.KeySetHost;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.domain.partner.WebAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A name of the partner's whose answers are the partner's too. The one server that there is stands on this machine; where
 * it may be called, an answer of 127.0.0.1 is as good as any of the public internet.
 */
class ChangingNameTest {
    @TempDir
    private static Path folder = Path.of("");

    private static TestAuthority authority;
    private static SSLContext proven;

    private final Queue<List<String>> answers = new ArrayDeque<>();
    private final List<String> lookedUp = new ArrayList<>();
    private KeySetHost host;

    @BeforeAll
    static void found() {
        authority = new TestAuthority(folder);
        proven = authority.serverOf("dns:partner.example");
    }

    @BeforeEach
    void start() {
        host = new KeySetHost(proven);
        host.answers(200, new byte[] {'{', '}'});
    }

    @AfterEach
    void stop() {
        host.close();
    }

    private InetAddress[] next(String name) throws UnknownHostException {
        lookedUp.add(name);
        List<String> next = answers.remove();
        InetAddress[] addresses = new InetAddress[next.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = InetAddress.getByName(next.get(i));
        }
        return addresses;
    }

    private OutboundAdapters calling(boolean loopback) {
        return OutboundAdapters.calling(
                new PublicAddresses(this::next, loopback), authority.trusting(), Duration.ofSeconds(10));
    }

    private WebAddress address() {
        return host.address("partner.example");
    }

    @Test
    void theAddressThatWasCheckedIsTheOneThatIsCalled() {
        answers.add(List.of("127.0.0.1"));
        answers.add(List.of("10.0.0.1"));
        try (OutboundAdapters outbound = calling(true)) {
            // nobody else knows the name: the connection can only have come from this one answer
            assertThat(outbound.keySetDocuments().fetch(address())).isInstanceOf(Fetched.Document.class);
            assertThat(lookedUp).containsExactly("partner.example");
            assertThat(outbound.keySetDocuments().fetch(address())).isInstanceOf(Fetched.Forbidden.class);
        }
        assertThat(lookedUp).hasSize(2);
        assertThat(host.asked()).hasSize(1);
    }

    @Test
    void aNameThatTurnsToThisMachineIsNotCalledInProduction() {
        answers.add(List.of("127.0.0.1"));
        try (OutboundAdapters outbound = calling(false)) {
            assertThat(outbound.keySetDocuments().fetch(address())).isInstanceOf(Fetched.Forbidden.class);
        }
        assertThat(host.asked()).isEmpty();
    }

    @Test
    void oneForbiddenAddressAmongOthersForbidsTheName() {
        for (String forbidden : new String[] {"10.0.0.1", "169.254.169.254", "fd00::1", "fe80::1", "64:ff9b::a00:1"}) {
            answers.add(List.of("127.0.0.1", forbidden));
            try (OutboundAdapters outbound = calling(true)) {
                assertThat(outbound.keySetDocuments().fetch(address()))
                        .as(forbidden)
                        .isInstanceOf(Fetched.Forbidden.class);
            }
        }
        assertThat(host.asked()).isEmpty();
    }

    @Test
    void anAddressThatDoesNotAnswerLeadsToTheNextOneThatWasChecked() {
        // nothing listens at the second loopback address on the server's port
        answers.add(List.of("127.0.0.2", "127.0.0.1"));
        try (OutboundAdapters outbound = calling(true)) {
            assertThat(outbound.keySetDocuments().fetch(address())).isInstanceOf(Fetched.Document.class);
        }
        assertThat(lookedUp).hasSize(1);
    }
}
