package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.testkit.contract.ResealingContract;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RingResealingTest implements ResealingContract {
    private static final ExchangeName SIXPENCE = new ExchangeName("SIXPENCE");
    private static final ApiCredentials CREDENTIALS =
            new ApiCredentials(Secret.of("the key"), Secret.of("the secret"), Secret.of("the passphrase"));

    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final CredentialsId credentials = crypto.ids().credentialsId();
    private final UserId user = crypto.ids().userId();
    private final CredentialId key = crypto.ids().credentialId();
    private final PartnerId partner = crypto.ids().partnerId();
    private final SealedRow source = new SealedRow(
            SealedRow.Kind.EXCHANGE_CREDENTIALS,
            "the source",
            credentials.value(),
            user.value(),
            crypto.credentialVault().seal(credentials, user, CREDENTIALS).sealed(),
            new SealedRow.Fingerprinted(SIXPENCE, fingerprint(CREDENTIALS).ringKey()));
    private final SharedSecrets.New issued = crypto.sharedSecrets().issue(key, partner);
    private final SealedRow secret = new SealedRow(
            SealedRow.Kind.SHARED_SECRET,
            key.value(),
            key.value(),
            partner.toString(),
            issued.sealed().sealed(),
            null);

    RingResealingTest() {
        fixture.rotate(crypto);
        fixture.publishFingerprintKey(crypto);
        fixture.clock.advance(Duration.ofMinutes(5));
    }

    @Override
    public Resealing resealing() {
        return crypto.resealing();
    }

    @Override
    public SealedRow storedBefore(SealedRow.Kind kind) {
        return switch (kind) {
            case EXCHANGE_CREDENTIALS -> source;
            case SHARED_SECRET -> secret;
        };
    }

    private String anew(SealedRow row) {
        return ((Resealing.Resealed.Anew) resealing().reseal(row)).sealed();
    }

    private CredentialFingerprint fingerprint(ApiCredentials of) {
        return crypto.fingerprints().inUse().of(SIXPENCE, of).inUse();
    }

    @Test
    void itIsFingerprintedAsIfItHadComeToday() {
        assertThat(resealing().reseal(source))
                .isInstanceOfSatisfying(
                        Resealing.Resealed.Anew.class,
                        anew -> assertThat(anew.fingerprint()).isEqualTo(fingerprint(CREDENTIALS)));
        ApiCredentials withoutPassphrase = new ApiCredentials(Secret.of("the key"), Secret.of("the secret"), null);
        SealedRow other = source.with(crypto.credentialVault()
                .seal(credentials, user, withoutPassphrase)
                .sealed());
        assertThat(resealing().reseal(other))
                .isEqualTo(new Resealing.Resealed.Anew(other.sealed(), fingerprint(withoutPassphrase)));
    }

    @Test
    void whatNamesAKeyThatIsNotThereIsLeftAlone() {
        SealedRow unknown = new SealedRow(
                source.kind(),
                source.row(),
                source.id(),
                source.owner(),
                source.sealed(),
                new SealedRow.Fingerprinted(SIXPENCE, "nobodys"));
        assertThat(resealing().reseal(unknown)).isEqualTo(new Resealing.Resealed.Unreadable());
    }

    @Test
    void whatIsSealedAnewIsWhatItWasForWhomItWas() {
        assertThat(crypto.credentialVault().open(new SealedCredentials(credentials, user, anew(source))))
                .isEqualTo(CREDENTIALS);
        byte[] mac = TokenForge.hmac(issued.secret().value(), "");
        assertThat(crypto.sharedSecrets().verify(key, partner, new SealedSecret(anew(secret)), new byte[0], mac))
                .isTrue();
    }

    @Test
    void whatWasMovedOrAlteredIsNotSealedAnew() {
        for (SealedRow row : new SealedRow[] {
            new SealedRow(source.kind(), source.row(), source.id(), "another", source.sealed(), source.fingerprinted()),
            new SealedRow(
                    source.kind(), source.row(), "another", source.owner(), source.sealed(), source.fingerprinted()),
            new SealedRow(
                    SealedRow.Kind.SHARED_SECRET, source.row(), source.id(), source.owner(), source.sealed(), null),
            source.with(source.sealed() + "A"),
            source.with(source.sealed().replaceFirst("v1\\.[^.]*", "v1.unknownkey"))
        }) {
            assertThat(resealing().reseal(row)).isEqualTo(new Resealing.Resealed.Unreadable());
        }
    }

    @Test
    void aNodeWhoseClockIsBehindTakesNothingBack() {
        Resealing.Resealed.Anew anew = (Resealing.Resealed.Anew) resealing().reseal(source);
        SealedRow newest = new SealedRow(
                source.kind(),
                source.row(),
                source.id(),
                source.owner(),
                anew.sealed(),
                new SealedRow.Fingerprinted(
                        SIXPENCE, Objects.requireNonNull(anew.fingerprint()).ringKey()));
        fixture.clock.advance(Duration.ofMinutes(-5));
        assertThat(resealing().reseal(newest)).isEqualTo(new Resealing.Resealed.AsNew());
        assertThat(resealing().reseal(source)).isEqualTo(new Resealing.Resealed.AsNew());
    }
}
