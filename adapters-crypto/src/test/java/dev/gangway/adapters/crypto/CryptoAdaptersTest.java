package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CryptoAdaptersTest {
    private final Fixture fixture = new Fixture();

    @Test
    void whatIsSealedOpens() {
        CryptoAdapters crypto = fixture.crypto();
        ApiCredentials credentials =
                new ApiCredentials(Secret.of("a key of a user"), Secret.of("its secret\r\n"), Secret.of(""));
        CredentialsId id = crypto.ids().credentialsId();
        UserId owner = crypto.ids().userId();

        SealedCredentials sealed = crypto.credentialVault().seal(id, owner, credentials);

        assertThat(crypto.credentialVault().open(sealed)).isEqualTo(credentials);
    }

    @Test
    void whatIsSignedVerifies() {
        CryptoAdapters crypto = fixture.crypto();
        OutboundSecret id = crypto.randomTokens().next();
        Instant now = fixture.clock.instant();

        OutboundSecret token = crypto.linkSigner().sign(id, now, now.plus(Duration.ofDays(30)));

        assertThat(token.value()).startsWith("eyJhbGciOi");
        assertThat(crypto.linkSigner().verify(Secret.of(token.value()))).isEqualTo(Secret.of(id.value()));
    }
}
