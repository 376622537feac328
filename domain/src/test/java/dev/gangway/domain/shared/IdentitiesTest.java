package dev.gangway.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An id has one form. */
class IdentitiesTest {
    private static final String ULID = "01HZA9F3K2WPS6T4VYXNK8B0Q1";

    private static final Map<String, Function<String, Object>> IDS = Map.of(
            "usr_", UserId::new,
            "src_", SourceId::new,
            "crd_", CredentialsId::new,
            "run_", ImportRunId::new,
            "cred_", CredentialId::new);

    @Test
    void aPrefixAndACanonicalUlidAreAnId() {
        IDS.forEach((prefix, id) -> assertThat(id.apply(prefix + ULID)).isEqualTo(id.apply(prefix + ULID)));
        assertThat(new UserId("usr_" + ULID)).hasToString("usr_" + ULID);
        assertThat(new UserId("usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ").value()).hasSize(30);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "01HZA9F3K2WPS6T4VYXNK8B0Q",
                "01HZA9F3K2WPS6T4VYXNK8B0Q11",
                "01hza9f3k2wps6t4vyxnk8b0q1",
                "8ZZZZZZZZZZZZZZZZZZZZZZZZZ",
                "01HZA9F3K2WPS6T4VYXNK8B0QI",
                "01HZA9F3K2WPS6T4VYXNK8B0QL",
                "01HZA9F3K2WPS6T4VYXNK8B0QO",
                "01HZA9F3K2WPS6T4VYXNK8B0QU",
                "01HZA9F3K2WPS6T4VYXNK8B0Q ",
                "01HZA9F3K2WPS6T4VYXNK8B0\u212A1"
            })
    void anotherSpellingIsNoId(String text) {
        IDS.forEach((prefix, id) ->
                assertThatThrownBy(() -> id.apply(prefix + text)).isInstanceOf(InvalidValue.class));
    }

    @Test
    void anotherThingsIdIsNoId() {
        assertThatThrownBy(() -> new UserId("src_" + ULID)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new UserId("USR_" + ULID)).isInstanceOf(InvalidValue.class);
        assertThatThrownBy(() -> new UserId(ULID)).isInstanceOf(InvalidValue.class);
    }

    @Test
    void aDigestIsSixtyFourLowerCaseDigits() {
        assertThat(new Digest("0123456789abcdef".repeat(4)).hex()).hasSize(64);
        for (String text :
                new String[] {"", "0".repeat(63), "0".repeat(65), "A".repeat(64), "g".repeat(64), "\uFF10".repeat(64)
                }) {
            assertThatThrownBy(() -> new Digest(text)).isInstanceOf(InvalidValue.class);
        }
    }
}
