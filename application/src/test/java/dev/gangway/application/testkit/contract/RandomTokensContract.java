package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link RandomTokens} is held to. */
public interface RandomTokensContract {
    /** The tokens under test; the same within one test. */
    RandomTokens tokens();

    @Test
    default void aTokenIsLongEnoughAndFitsACookieAndAnAddress() {
        assertThat(tokens().next().value()).matches("[A-Za-z0-9_-]{43,100}");
    }

    @Test
    default void noTwoTokensAreAlike() {
        List<String> made = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            made.add(tokens().next().value());
            made.add(tokens().nextBearerToken().value());
        }
        assertThat(made).doesNotHaveDuplicates();
    }

    @Test
    default void aBearerTokenNamesItsEnvironment() {
        assertThat(tokens().nextBearerToken().value())
                .matches("gw_(production|staging|sandbox|development)_[A-Za-z0-9_-]{43,150}");
    }

    @Test
    default void theHashIsTheSha256OfTheTokensBytes() {
        assertThat(tokens().hash(Secret.of("abc")))
                .isEqualTo(new Digest("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        assertThat(tokens().hash(Secret.of("")))
                .isEqualTo(new Digest("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        assertThat(tokens().hash(Secret.of("\u00E9")))
                .isEqualTo(new Digest("4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c"));
        OutboundSecret token = tokens().next();
        assertThat(tokens().hash(token)).isEqualTo(tokens().hash(Secret.of(token.value())));
    }

    @Test
    default void aMistypedTokenIsToldFromOneThatMayHaveBeenIssued() {
        String token = tokens().nextBearerToken().value();
        assertThat(tokens().formOf(Secret.of(token))).isEqualTo(RandomTokens.Form.INTACT);
        String cut = token.substring(0, token.length() - 1);
        for (String mistyped : List.of(cut, token + "0", cut + "=", token.substring(0, 12))) {
            assertThat(tokens().formOf(Secret.of(mistyped))).isEqualTo(RandomTokens.Form.MISTYPED);
        }
        assertThat(tokens().formOf(Secret.of("gw_elsewhere_" + token.substring(11))))
                .isEqualTo(RandomTokens.Form.OTHER_ENVIRONMENT);
        for (String foreign : List.of("", "gw", "ghp_0123456789", token.substring(1), "GW_sandbox_x")) {
            assertThat(tokens().formOf(Secret.of(foreign))).isEqualTo(RandomTokens.Form.FOREIGN);
        }
    }
}
