package dev.gangway.adapters.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.testkit.contract.KeySetDocumentsContract;
import dev.gangway.application.testkit.fixture.KeySetHost;
import dev.gangway.application.testkit.fixture.TestAuthority;
import dev.gangway.domain.partner.WebAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents over TLS from a server of this machine, which may be called here unless a test says otherwise. */
class HttpKeySetDocumentsTest implements KeySetDocumentsContract {
    private static final String NO_CERTIFICATE = "has no certificate for its name that is valid and trusted";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] SET = {'{', '}'};

    @TempDir
    private static Path folder = Path.of("");

    private static TestAuthority authority;
    private static SSLContext proven;

    private KeySetHost host;
    private OutboundAdapters outbound;
    private OutboundAdapters inProduction;

    private static OutboundAdapters calling(boolean loopback) {
        return OutboundAdapters.calling(new PublicAddresses(loopback), authority.trusting(), PATIENCE);
    }

    @BeforeAll
    static void found() {
        authority = new TestAuthority(folder);
        proven = authority.serverOf("dns:localhost", "ip:127.0.0.1");
    }

    @BeforeEach
    void start() {
        host = new KeySetHost(proven);
        outbound = calling(true);
        inProduction = calling(false);
    }

    @AfterEach
    void stop() {
        host.close();
        outbound.close();
        inProduction.close();
    }

    @Override
    public KeySetDocuments documents() {
        return outbound.keySetDocuments();
    }

    @Override
    public WebAddress serve(int status, byte[] body) {
        host.answers(status, body);
        return host.address("127.0.0.1");
    }

    @Test
    void aRedirectIsNotFollowed() {
        assertThat(documents().fetch(serve(302, new byte[0])))
                .isEqualTo(new Fetched.Failed("answers with status 302 and not with a document"));
        assertThat(host.asked()).containsExactly("/keys");
    }

    @ParameterizedTest
    @ValueSource(ints = {201, 204, 301, 307, 401, 404, 407, 500, 503})
    void whatIsNot200IsNoDocument(int status) {
        assertThat(documents().fetch(serve(status, status == 204 ? new byte[0] : SET)))
                .isEqualTo(new Fetched.Failed("answers with status " + status + " and not with a document"));
        assertThat(host.asked()).hasSize(1);
    }

    @Test
    void noAnswerKeepsItsConnection() {
        for (int status : new int[] {404, 200, 404}) {
            byte[] body = new byte[KeySetDocuments.MAX_BYTES + 1];
            WebAddress address = serve(status, body);
            // more often than there are connections for one host
            for (int i = 0; i < 9; i++) {
                assertThat(documents().fetch(address)).isInstanceOf(Fetched.Failed.class);
            }
        }
    }

    @Test
    void anAnswerThatIsTooLargeSaysSo() {
        assertThat(documents().fetch(serve(200, new byte[KeySetDocuments.MAX_BYTES + 1])))
                .isEqualTo(new Fetched.Failed("answers with more than 256 KiB"));
    }

    @Test
    void aServerProvesThatItIsTheOneThatWasNamed() {
        host.answers(200, SET);
        assertThat(documents().fetch(host.address("localhost"))).isInstanceOf(Fetched.Document.class);
        try (KeySetHost other = new KeySetHost(authority.serverOf("dns:partner.example", "ip:127.0.0.2"))) {
            other.answers(200, SET);
            assertThat(documents().fetch(other.address("localhost"))).isEqualTo(new Fetched.Failed(NO_CERTIFICATE));
            assertThat(documents().fetch(other.address("127.0.0.1"))).isEqualTo(new Fetched.Failed(NO_CERTIFICATE));
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void aCertificateThatIsOverProvesNothing() {
        assertUnproven(authority.serverThatWas("ip:127.0.0.1"));
    }

    @Test
    void aCertificateThatNobodyTrustsProvesNothing() {
        assertUnproven(authority.serverByItself("ip:127.0.0.1"));
    }

    private void assertUnproven(SSLContext unproven) {
        try (KeySetHost other = new KeySetHost(unproven)) {
            other.answers(200, SET);
            assertThat(documents().fetch(other.address("127.0.0.1"))).isEqualTo(new Fetched.Failed(NO_CERTIFICATE));
            assertThat(other.asked()).isEmpty();
        }
    }

    @Test
    void whoTrustsTheUsualAuthoritiesDoesNotTrustOurs() {
        host.answers(200, SET);
        try (OutboundAdapters usual = OutboundAdapters.calling(true)) {
            assertThat(usual.keySetDocuments().fetch(host.address("127.0.0.1")))
                    .isEqualTo(new Fetched.Failed(NO_CERTIFICATE));
        }
        assertThat(host.asked()).isEmpty();
    }

    @Test
    void inProductionThisMachineIsNotCalled() {
        host.answers(200, SET);
        for (String name : new String[] {"127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "127.0.0.2"}) {
            assertThat(inProduction.keySetDocuments().fetch(host.address(name)))
                    .as(name)
                    .isInstanceOf(Fetched.Forbidden.class);
        }
        assertThat(host.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/keys",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.0.1:8443/",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://255.255.255.255/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25lo]/",
                "https://[::]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::10.0.0.1]/",
                "https://[64:ff9b::10.0.0.1]/",
                "https://[2002:a00:1::]/",
                "https://[2001::1]/",
                "https://[ff02::1]/",
                "https://0x0a000001/",
                "https://0x7f.1/",
                "https://127.1/",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://1.2.3/",
                "https://127.0.0.1./",
                "https://%31%32%37.0.0.1/",
                "https://localhost/",
                "https://LOCALHOST:8443/",
                "https://partner_example/",
                "https://partner.example:65536/",
                "https://partner.example:8443:443/",
                "https://[::1/"
            })
    void whatIsNotOfThePublicInternetIsNotCalled(String url) {
        assertThat(inProduction.keySetDocuments().fetch(new WebAddress(url))).isInstanceOf(Fetched.Forbidden.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whereNobodyListensNobodyAnswers(int port) {
        assertThat(documents().fetch(new WebAddress("https://127.0.0.1:" + port + "/keys")))
                .isEqualTo(new Fetched.Failed("does not answer"));
    }

    @Test
    void aNameThatNobodyKnowsLeadsNowhere() {
        PublicAddresses unknown = new PublicAddresses(
                name -> {
                    throw new UnknownHostException(name);
                },
                false);
        try (OutboundAdapters asking = OutboundAdapters.calling(unknown, authority.trusting(), PATIENCE)) {
            assertThat(asking.keySetDocuments().fetch(new WebAddress("https://partner.example/keys")))
                    .isEqualTo(new Fetched.Failed("has a name that leads nowhere"));
        }
    }
}
