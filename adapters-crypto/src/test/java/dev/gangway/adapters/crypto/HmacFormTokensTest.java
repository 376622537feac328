package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.FormTokens.FormToken;
import dev.gangway.application.testkit.contract.FormTokensContract;
import dev.gangway.domain.shared.Digest;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HmacFormTokensTest implements FormTokensContract {
    private static final Digest SESSION = new Digest("0f".repeat(32));
    private static final Digest OTHER_SESSION = new Digest("0e".repeat(32));

    private final Fixture fixture = new Fixture();
    private final CryptoAdapters crypto = fixture.crypto();
    private final FormTokens forms = crypto.formTokens();
    private final FormToken token = forms.issue("continue");
    private final String cookie = token.cookie().value();
    private final String field = token.field().value();

    @Override
    public FormTokens formTokens() {
        return forms;
    }

    @Override
    public FormTokens formTokensOfAnotherRing() {
        return new Fixture().crypto().formTokens();
    }

    @Test
    void theHalvesBelongTogetherAndToOneForm() {
        FormToken other = forms.issue("continue");

        assertThat(forms.verify("continue", cookie, field)).isTrue();
        assertThat(fixture.crypto().formTokens().verify("continue", cookie, field))
                .isTrue();
        assertThat(forms.verify("switch", cookie, field)).isFalse();
        assertThat(forms.verify("", cookie, field)).isFalse();
        assertThat(forms.verify("continue", other.cookie().value(), field)).isFalse();
        assertThat(forms.verify("continue", cookie, other.field().value())).isFalse();
        assertThat(forms.verify("continue", field, cookie)).isFalse();
        assertThat(other.cookie()).isNotEqualTo(token.cookie());
    }

    @Test
    void theCookieHolds256Bits() {
        assertThat(Base64Url.decode(cookie)).hasSize(32);
        assertThat(field)
                .startsWith(fixture.only(KeyPurpose.FORMS).id() + ".")
                .matches("[A-Za-z0-9]{12}\\.[A-Za-z0-9_-]{43}");
    }

    @Test
    void aFieldMovedBetweenTheFormAndTheCookieHoldsForNeither() {
        String moved = forms.issue("continue" + cookie.charAt(0)).field().value();

        assertThat(forms.verify("continue", cookie, moved)).isFalse();
        assertThat(forms.verify("continue" + cookie.charAt(0), cookie.substring(1), field))
                .isFalse();
    }

    @Test
    void nothingMissingAndNoGarbageHolds() {
        assertThat(forms.verify("continue", null, null)).isFalse();
        assertThat(forms.verify("continue", cookie, null)).isFalse();
        assertThat(forms.verify("continue", null, field)).isFalse();
        assertThat(forms.verifySession(SESSION, null)).isFalse();
        assertThat(garbage()).allSatisfy(bad -> {
            assertThat(forms.verify("continue", cookie, bad)).isFalse();
            assertThat(forms.verify("continue", bad, field)).isFalse();
            assertThat(forms.verify("continue", bad, bad)).isFalse();
            assertThat(forms.verifySession(SESSION, bad)).isFalse();
        });
    }

    private Stream<String> garbage() {
        String kid = field.substring(0, 12);
        return Stream.of(
                "",
                ".",
                "..",
                kid,
                kid + ".",
                "." + field.substring(13),
                field + "=",
                field + ".",
                " " + field,
                "\uD83D",
                field.substring(0, 54),
                kid + "." + "A".repeat(43),
                "unknown." + field.substring(13),
                "x".repeat(1 << 20));
    }

    @Test
    void everyChangedCharacterOfEitherHalfShows() {
        assertThat(Fixture.misspellings(field, Fixture.CHARACTERS)
                        .filter(other -> forms.verify("continue", cookie, other)))
                .isEmpty();
        assertThat(Fixture.misspellings(cookie, Fixture.CHARACTERS)
                        .filter(other -> forms.verify("continue", other, field)))
                .isEmpty();
    }

    @Test
    void aSessionsTokenHoldsForThatSessionAlone() {
        String ofSession = forms.ofSession(SESSION).value();

        assertThat(forms.verifySession(SESSION, ofSession)).isTrue();
        assertThat(fixture.crypto().formTokens().verifySession(SESSION, ofSession))
                .isTrue();
        assertThat(forms.verifySession(OTHER_SESSION, ofSession)).isFalse();
        assertThat(forms.verifySession(SESSION, field)).isFalse();
        assertThat(forms.verify("", SESSION.hex(), ofSession)).isFalse();
        assertThat(forms.verify(SESSION.hex(), "", ofSession)).isFalse();
        assertThat(Fixture.misspellings(ofSession, Fixture.CHARACTERS)
                        .filter(other -> forms.verifySession(SESSION, other)))
                .isEmpty();
    }

    @Test
    void anOpenPageSurvivesARotationUntilItsKeyIsRetired() {
        fixture.rotate(crypto);
        fixture.clock.advance(Duration.ofMinutes(2));

        assertThat(forms.ofSession(SESSION).value()).doesNotStartWith(field.substring(0, 12));
        assertThat(forms.verify("continue", cookie, field)).isTrue();

        fixture.rings.retire(field.substring(0, 12), fixture.clock.instant());
        fixture.clock.advance(KeyRingReader.FRESH);
        assertThat(forms.verify("continue", cookie, field)).isFalse();
    }

    @Test
    void anotherInstallationsTokenDoesNotHold() {
        assertThat(new Fixture().crypto().formTokens().verify("continue", cookie, field))
                .isFalse();
    }
}
