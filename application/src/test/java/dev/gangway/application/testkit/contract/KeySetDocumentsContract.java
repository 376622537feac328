package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.KeySetDocuments;
import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.domain.partner.WebAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What every {@link KeySetDocuments} is held to. */
public interface KeySetDocumentsContract {
    /** What fetches here; this machine may be called. */
    KeySetDocuments documents();

    /** An address that answers so from now on. */
    WebAddress serve(int status, byte[] body);

    @Test
    default void aDocumentIsFetchedWhole() {
        byte[] body = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
        assertThat(documents().fetch(serve(200, body)))
                .isInstanceOfSatisfying(
                        Fetched.Document.class,
                        document -> assertThat(document.bytes()).isEqualTo(body));
    }

    @Test
    default void whatIsNoDocumentHasFailed() {
        assertThat(documents().fetch(serve(404, "{}".getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(Fetched.Failed.class);
    }

    @Test
    default void aDocumentHas256KibibytesAtMost() {
        byte[] most = new byte[KeySetDocuments.MAX_BYTES];
        Arrays.fill(most, (byte) ' ');
        assertThat(documents().fetch(serve(200, most))).isInstanceOf(Fetched.Document.class);
    }

    @Test
    default void aLargerDocumentHasFailed() {
        assertThat(documents().fetch(serve(200, new byte[KeySetDocuments.MAX_BYTES + 1])))
                .isInstanceOf(Fetched.Failed.class);
    }

    @Test
    default void whereNobodyAnswersItHasFailed() {
        assertThat(documents().fetch(new WebAddress("https://127.0.0.1:1/keys")))
                .isInstanceOf(Fetched.Failed.class);
    }

    @Test
    default void nothingIsAskedInTheClear() {
        String address = serve(200, new byte[] {'{', '}'}).value();
        assertThat(documents().fetch(new WebAddress(address.replace("https:", "http:"))))
                .isInstanceOf(Fetched.Forbidden.class);
    }

    @Test
    default void anAddressThatIsNotPublicIsNotAsked() {
        assertThat(documents().fetch(new WebAddress("https://10.255.255.1/keys")))
                .isInstanceOf(Fetched.Forbidden.class);
        assertThat(documents().fetch(new WebAddress("https://169.254.169.254/keys")))
                .isInstanceOf(Fetched.Forbidden.class);
    }
}
