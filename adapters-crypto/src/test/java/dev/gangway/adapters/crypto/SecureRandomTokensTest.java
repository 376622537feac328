package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.RandomTokens.Form;
import dev.gangway.application.testkit.contract.RandomTokensContract;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecureRandomTokensTest implements RandomTokensContract {
    private final Fixture fixture = new Fixture();
    private final RandomTokens tokens = fixture.node(fixture.master, null).randomTokens();

    @Override
    public RandomTokens tokens() {
        return tokens;
    }

    @Test
    void aTokenHolds256BitsInBase64Url() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            String token = tokens.next().value();
            assertThat(Base64Url.decode(token)).hasSize(32);
            seen.add(token);
        }
        assertThat(seen).hasSize(10_000);
    }

    @Test
    void aBearerTokenNamesItsEnvironmentAndChecksItself() {
        String token = tokens.nextBearerToken().value();

        assertThat(token).matches("gw_sandbox_[A-Za-z0-9]{43}[A-Za-z0-9]{6}");
        assertThat(tokens.formOf(Secret.of(token))).isEqualTo(Form.INTACT);
        assertThat(tokens.nextBearerToken().value()).isNotEqualTo(token);
        assertThat(43 * Math.log(62) / Math.log(2)).isGreaterThanOrEqualTo(256);
    }

    @Test
    void noCharacterOfABearerTokenIsLikelierThanAnother() {
        int[] counts = new int[128];
        int rounds = 4_000;
        for (int i = 0; i < rounds; i++) {
            tokens.nextBearerToken().value().chars().skip(11).limit(43).forEach(c -> counts[c]++);
        }
        double expected = rounds * 43 / 62.0;

        // each count is off by more than six standard deviations once in a billion runs
        assertThat("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".chars())
                .allSatisfy(c -> assertThat((double) counts[c])
                        .isBetween(expected - 6 * Math.sqrt(expected), expected + 6 * Math.sqrt(expected)));
    }

    @Test
    void everyMistypedCharacterShows() {
        String token = tokens.nextBearerToken().value();

        assertThat(Fixture.misspellings(token, Fixture.CHARACTERS)
                        .filter(other -> tokens.formOf(Secret.of(other)) == Form.INTACT))
                .isEmpty();
        assertThat(tokens.formOf(Secret.of(token.substring(0, token.length() - 1))))
                .isEqualTo(Form.MISTYPED);
        assertThat(tokens.formOf(Secret.of(token + "0"))).isEqualTo(Form.MISTYPED);
    }

    @Test
    void theFormTellsWhereATokenIsFrom() {
        String other = new SecureRandomTokens(new BearerTokenFormat("production"))
                .nextBearerToken()
                .value();

        assertThat(tokens.formOf(Secret.of(other))).isEqualTo(Form.OTHER_ENVIRONMENT);
        assertThat(Stream.of("", "gw_", "gw__", "gw_sandbox", "ghp_abc", "GW_SANDBOX_" + other.substring(14)))
                .allSatisfy(
                        foreign -> assertThat(tokens.formOf(Secret.of(foreign))).isEqualTo(Form.FOREIGN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Sandbox", "sand_box", "sand box", "é"})
    void anEnvironmentIsNamedByLowerCaseLetters(String environment) {
        assertThatThrownBy(() -> new BearerTokenFormat(environment)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theHashOfATokenIsTheSameOnItsWayOutAndOnItsWayBack() {
        OutboundSecret token = tokens.next();

        assertThat(tokens.hash(token)).isEqualTo(tokens.hash(Secret.of(token.value())));
        assertThat(tokens.hash(token)).isNotEqualTo(tokens.hash(tokens.next()));
    }
}
