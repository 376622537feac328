package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.FormTokens.FormToken;
import dev.gangway.application.testkit.fixture.Hashes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link FormTokens} is held to. */
public interface FormTokensContract {
    /** The tokens under test; the same within one test. */
    FormTokens formTokens();

    /** Tokens under another key. */
    FormTokens formTokensOfAnotherRing();

    private boolean holds(String form, FormToken token) {
        return formTokens().verify(form, token.cookie().value(), token.field().value());
    }

    @Test
    default void aTokenHoldsForItsForm() {
        assertThat(holds("form-1", formTokens().issue("form-1"))).isTrue();
    }

    @Test
    default void bothHalvesFitACookieAndAForm() {
        FormToken token = formTokens().issue("form-1");
        assertThat(token.cookie().value()).matches("[A-Za-z0-9._~-]{20,300}");
        assertThat(token.field().value()).matches("[A-Za-z0-9._~-]{20,300}");
        assertThat(formTokens().ofSession(Hashes.of("s")).value()).matches("[A-Za-z0-9._~-]{20,300}");
    }

    @Test
    default void aTokenHoldsForNoOtherForm() {
        FormToken token = formTokens().issue("form-1");
        assertThat(holds("form-2", token)).isFalse();
        assertThat(holds("", token)).isFalse();
    }

    @Test
    default void halvesOfTwoTokensDoNotBelongTogether() {
        FormToken one = formTokens().issue("form-1");
        FormToken two = formTokens().issue("form-1");
        assertThat(holds("form-1", new FormToken(one.cookie(), two.field()))).isFalse();
        assertThat(holds("form-1", new FormToken(one.field(), one.cookie()))).isFalse();
    }

    @Test
    default void pagesThatAreOpenSideBySideShareTheirCookie() {
        FormToken one = formTokens().issue("form-1");
        FormToken two = formTokens().issue("form-2", one.cookie().value());
        assertThat(two.cookie()).isEqualTo(one.cookie());
        assertThat(holds("form-1", one)).isTrue();
        assertThat(holds("form-2", two)).isTrue();
        assertThat(holds("form-1", new FormToken(one.cookie(), two.field()))).isFalse();
    }

    @Test
    default void aCookieThatIsNoneOfOursIsReplaced() {
        for (String foreign : List.of("", "x", "a".repeat(42), "a".repeat(44))) {
            assertThat(formTokens().issue("form-1", foreign).cookie().value()).isNotEqualTo(foreign);
        }
    }

    @Test
    default void anotherRingsTokensDoNotHold() {
        assertThat(holds("form-1", formTokensOfAnotherRing().issue("form-1"))).isFalse();
        assertThat(formTokens()
                        .verifySession(
                                Hashes.of("s"),
                                formTokensOfAnotherRing()
                                        .ofSession(Hashes.of("s"))
                                        .value()))
                .isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", ".", "x", "x.y", "\uD83D\uDE00", "\u0000"})
    default void whatIsMissingOrNoTokenDoesNotHold(@Nullable String other) {
        FormToken token = formTokens().issue("form-1");
        assertThat(formTokens().verify("form-1", other, token.field().value())).isFalse();
        assertThat(formTokens().verify("form-1", token.cookie().value(), other)).isFalse();
        assertThat(formTokens().verify("form-1", other, other)).isFalse();
        assertThat(formTokens().verifySession(Hashes.of("s"), other)).isFalse();
    }

    @Test
    default void anAlteredTokenDoesNotHold() {
        FormToken token = formTokens().issue("form-1");
        String field = token.field().value();
        String cookie = token.cookie().value();
        for (int i = 0; i < field.length(); i++) {
            assertThat(formTokens().verify("form-1", cookie, altered(field, i))).isFalse();
        }
        for (int i = 0; i < cookie.length(); i++) {
            assertThat(formTokens().verify("form-1", altered(cookie, i), field)).isFalse();
        }
    }

    private static String altered(String text, int at) {
        return text.substring(0, at) + (text.charAt(at) == 'A' ? 'B' : 'A') + text.substring(at + 1);
    }

    @Test
    default void aSessionsTokenHoldsForThatSessionOnly() {
        String token = formTokens().ofSession(Hashes.of("s1")).value();
        assertThat(formTokens().verifySession(Hashes.of("s1"), token)).isTrue();
        assertThat(formTokens().verifySession(Hashes.of("s2"), token)).isFalse();
        assertThat(formTokens().verifySession(Hashes.of("s1"), altered(token, 5)))
                .isFalse();
    }

    @Test
    default void aFormsTokenIsNoSessionsAndTheOtherWayRound() {
        String session = Hashes.of("s1").hex();
        FormToken form = formTokens().issue(session);
        assertThat(formTokens().verifySession(Hashes.of("s1"), form.field().value()))
                .isFalse();
        String ofSession = formTokens().ofSession(Hashes.of("s1")).value();
        assertThat(formTokens().verify(session, ofSession, ofSession)).isFalse();
        assertThat(formTokens().verify(session, form.cookie().value(), ofSession))
                .isFalse();
    }
}
