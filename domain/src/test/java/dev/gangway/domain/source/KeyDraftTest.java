package dev.gangway.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.KeyDraft.Checked;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyDraftTest {
    private static final String KEY = "a-key-long-enough";
    private static final String SECRET = "a-secret-long-enough";

    private static List<String> errors(@Nullable String key, @Nullable String secret, @Nullable String passphrase) {
        return switch (new KeyDraft(key, secret, passphrase).checked(true)) {
            case Checked.Good good -> List.of();
            case Checked.Bad bad ->
                bad.errors().stream()
                        .map(error -> error.field() + ' ' + error.code())
                        .toList();
        };
    }

    private static ApiCredentials good(String key, String secret, @Nullable String passphrase) {
        return switch (new KeyDraft(key, secret, passphrase).checked(false)) {
            case Checked.Good good -> good.credentials();
            case Checked.Bad bad -> throw new AssertionError(bad.errors());
        };
    }

    @Test
    void blanksAroundAValueAreAnAccidentAndLineBreaksOfAPemStay() {
        assertThat(good(" " + KEY + "\n", "\r\nline-one-is-long\r\nline-two\r\n", ""))
                .isEqualTo(new ApiCredentials(Secret.of(KEY), Secret.of("line-one-is-long\nline-two"), null));
    }

    @Test
    void blanksWithinAValueAreItsOwn() {
        assertThat(good(KEY, "a secret of words", "pass phrase").passphrase()).isEqualTo(Secret.of("pass phrase"));
    }

    @Test
    void everythingThatIsWrongIsTold() {
        assertThat(errors(null, "   ", "x".repeat(4097)))
                .containsExactly("api_key REQUIRED", "api_secret REQUIRED", "api_passphrase TOO_LONG");
        assertThat(errors("short", "x".repeat(4097), null))
                .containsExactly("api_key TOO_SHORT", "api_secret TOO_LONG", "api_passphrase REQUIRED");
        assertThat(errors(KEY + "\n" + KEY, SECRET + "\u0000", "a\nb"))
                .containsExactly(
                        "api_key INVALID_CHARACTER",
                        "api_secret INVALID_CHARACTER",
                        "api_passphrase INVALID_CHARACTER");
        assertThat(errors(KEY + "\uFFFD", SECRET, "p")).containsExactly("api_key INVALID_CHARACTER");
        assertThat(errors(KEY, SECRET, "p")).isEmpty();
    }

    @Test
    void aPassphraseIsAskedForWhereTheExchangeHasOne() {
        assertThat(errors(KEY, SECRET, " ")).containsExactly("api_passphrase REQUIRED");
        assertThat(good(KEY, SECRET, null).passphrase()).isNull();
    }

    @Test
    void aDraftTellsNothingOfTheKey() {
        assertThat(new KeyDraft(KEY, SECRET, "p").toString()).isEqualTo("KeyDraft[secret]");
    }
}
