package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SignatureMarks} is held to. */
public interface SignatureMarksContract extends PersistenceContract {
    /** Whose signatures these are. */
    CredentialId KEY = new CredentialId("cred_01J00000000000000000000000");

    /** Another key. */
    CredentialId OTHER = new CredentialId("cred_01J00000000000000000000001");

    /** When they were made. */
    long MADE = 1_800_000_000;

    /** How long they are kept. */
    Instant KEPT = Instant.ofEpochSecond(MADE + 330);

    private SignatureMarks marks() {
        return ports().signatureMarks();
    }

    private static byte[] signature(int number) {
        byte[] signature = new byte[32];
        signature[0] = (byte) number;
        signature[31] = (byte) 0xff;
        return signature;
    }

    @Test
    default void aSignatureIsTheFirstOfItsKindOnce() {
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT)).isTrue();
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT)).isFalse();
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT.plusSeconds(9))).isFalse();
    }

    @Test
    default void anotherKeyTimeOrSignatureIsAnother() {
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT)).isTrue();
        assertThat(marks().mark(OTHER, MADE, signature(1), KEPT)).isTrue();
        assertThat(marks().mark(KEY, MADE + 1, signature(1), KEPT)).isTrue();
        assertThat(marks().mark(KEY, MADE, signature(2), KEPT)).isTrue();
    }

    @Test
    default void ofManyAtOnceExactlyOneIsTheFirst() throws Exception {
        List<Boolean> firsts = Race.among(16, i -> marks().mark(KEY, MADE, signature(7), KEPT));
        assertThat(firsts).containsOnlyOnce(true);
    }

    @Test
    default void aMarkIsKeptToItsTimeAndThenForgotten() {
        marks().mark(KEY, MADE, signature(1), KEPT);
        marks().mark(KEY, MADE, signature(2), KEPT.plusSeconds(60));
        assertThat(marks().forget(KEPT.minusMillis(1))).isZero();
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT)).isFalse();
        assertThat(marks().forget(KEPT)).isEqualTo(1);
        assertThat(marks().forget(KEPT)).isZero();
        assertThat(marks().mark(KEY, MADE, signature(2), KEPT.plusSeconds(60))).isFalse();
    }

    @Test
    default void whatWasForgottenIsNotTakenAgainHoweverTheClockIsSet() {
        marks().mark(KEY, MADE, signature(1), KEPT);
        assertThat(marks().forget(KEPT.plus(Duration.ofDays(1)))).isEqualTo(1);
        // the clock is set back a day, and the call comes again
        assertThat(marks().mark(KEY, MADE, signature(1), KEPT)).isFalse();
        assertThat(marks().mark(KEY, MADE - 5, signature(9), KEPT.minusSeconds(5)))
                .isFalse();
        // who signs now is not kept out by a node whose clock was a day ahead
        assertThat(marks().mark(KEY, MADE + 1, signature(1), KEPT.plusSeconds(1)))
                .isTrue();
    }

    @Test
    default void manyMarksAreForgottenToo() {
        for (int i = 0; i < 2_500; i++) {
            marks().mark(KEY, MADE + i, signature(1), KEPT);
        }
        assertThat(marks().forget(KEPT)).isEqualTo(2_500);
    }
}
