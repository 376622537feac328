package dev.gangway.application.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Refused calls on their way to the log. */
final class NoteRefusalTest {
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String CANONICAL = "1700000000\nPOST\n/api/v1/partner/register?x=1\n" + HASH;

    private final InMemoryStore store = new InMemoryStore();
    private final AuditTrail trail = store.ports().auditTrail();
    private final RefusalBook book = new RefusalBook();
    private final MovableClock clock = new MovableClock();
    private final WriteRefusals write = new WriteRefusals(book, trail);

    private NoteRefusal.Outcome note(boolean tells, String address, String reason, @Nullable String sent) {
        Map<String, List<String>> headers = sent == null ? Map.of() : Map.of("x-debug-canonical", List.of(sent));
        Explanation explanation =
                new Explanation("SignedRequest", "a sentence", CANONICAL, HASH, 31L, List.of("X-API-Key: …"));
        Verdict.Refused refusal = new Verdict.Refused(
                ErrorCode.UNAUTHORIZED, reason, "cred_0000000000000000000000000a", null, explanation);
        return new NoteRefusal(book, tells, clock)
                .execute(new NoteRefusal.Command(
                        new ApiCall("POST", "/x", headers, address), "POST /x", "r-1", "SignedRequest", refusal));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Comparison compared(String sent) {
        return switch (note(true, "192.0.2.1", "r", base64(sent))) {
            case NoteRefusal.Outcome.Told told ->
                Objects.requireNonNull(told.explained().comparison());
            case NoteRefusal.Outcome.Noted noted -> throw new AssertionError("nothing was told");
        };
    }

    private List<AuditRow> written() {
        write.execute(new WriteRefusals.Command());
        return trail.rows(AuditFilter.ALL, 5_000);
    }

    @Test
    void inProductionTheCallerIsToldNothingAndTheLogTheSame() {
        assertThat(note(false, "192.0.2.1", "unknown key", base64("x"))).isInstanceOf(NoteRefusal.Outcome.Noted.class);
        assertThat(written()).singleElement().satisfies(row -> {
            assertThat(row.reason()).isEqualTo("unknown key");
            assertThat(row.credential()).isEqualTo("cred_0000000000000000000000000a");
            assertThat(row.origin().scheme()).isEqualTo("SignedRequest");
        });
        assertThat(trail.explained("r-1", 5)).singleElement().satisfies(kept -> {
            assertThat(kept.explanation().canonical()).isEqualTo(CANONICAL);
            assertThat(kept.comparison()).isNotNull();
        });
    }

    @Test
    void theFirstDifferenceIsNamedByItsLine() {
        assertThat(compared(CANONICAL).result()).isEqualTo(Comparison.Result.EQUAL);
        Comparison lowerCase = compared(CANONICAL.replace("POST", "post"));
        assertThat(lowerCase.name()).isEqualTo("method");
        assertThat(lowerCase.index()).isEqualTo(11);
        assertThat(lowerCase.line()).isEqualTo(2);
        assertThat(lowerCase.computed()).contains("POST");
        assertThat(lowerCase.sent()).contains("post");
        assertThat(compared(CANONICAL.replace("?x=1", "")).name()).isEqualTo("path");
        assertThat(compared(CANONICAL.replace("e3b0", "e3b1")).name()).isEqualTo("body_sha256");
        assertThat(compared(CANONICAL.substring(1)).name()).isEqualTo("timestamp");
        assertThat(compared(CANONICAL.replace("x=1", "x=\u00fc")).index()).isEqualTo(CANONICAL.indexOf("x=1") + 2);
        assertThat(compared("").index()).isZero();
        assertThat(compared(CANONICAL + "\n").index()).isEqualTo(CANONICAL.length());
        assertThat(compared(CANONICAL + "\nnonce").name()).isEqualTo("body_sha256");
    }

    @Test
    void whatIsNoBase64IsToldSo() {
        for (String nonsense : new String[] {"%%%", "A"}) {
            assertThat(note(true, "192.0.2.1", "r", nonsense))
                    .isInstanceOfSatisfying(
                            NoteRefusal.Outcome.Told.class,
                            told -> assertThat(told.explained().comparison())
                                    .isEqualTo(new Comparison(Comparison.Result.UNREADABLE, 0, 0, null, "", "")));
        }
    }

    @Test
    void aSecretInTheWrongPlaceIsNeitherToldNorKept() {
        String secret = "q7Zr2LxV9bTn4KcW1sYd8HjM5fGp3EaQ6uRo0iXtBvN";
        for (String wrong : List.of(secret, "gw_sandbox_abc123", "eyJhbGciOiJIUzI1NiJ9.e30.c2ln")) {
            assertThat(compared(wrong + CANONICAL).sent()).doesNotContain(wrong.substring(3, 12));
            assertThat(compared(CANONICAL + wrong).sent()).doesNotContain(wrong.substring(3, 12));
        }
        RefusedCall call = new RefusedCall("r", null, secret, "POST /x", "r-2", "192.0.2.1", clock.instant());
        assertThat(call.credential()).isNull();
        ExplainedRefusal kept = new ExplainedRefusal(
                        call,
                        new Explanation("S", "r", "1\nGET\n/x?key=" + secret + "\n" + HASH, HASH, null, List.of()),
                        null)
                .toKeep();
        assertThat(kept.explanation().canonical())
                .doesNotContain(secret.substring(0, 8))
                .endsWith(HASH);
    }

    @Test
    void whatIsKeptIsBoundedAndPrintable() {
        ExplainedRefusal kept = new ExplainedRefusal(
                        new RefusedCall("r\u0000" + "x".repeat(500), null, null, "GET /x", "r", "a", clock.instant()),
                        new Explanation("S", "r\ud800", "\u0000/\u202e\u009b".repeat(20_000), null, null, List.of()),
                        null)
                .toKeep();
        assertThat(kept.explanation().canonical()).hasSize(4_096).doesNotContain("\u0000", "\u202e", "\u009b");
        assertThat(kept.explanation().reason()).isEqualTo("r\uFFFD");
        assertThat(kept.call().reason()).hasSize(120).startsWith("r\uFFFDx");
    }

    @Test
    void repeatsOfOneAddressAndReasonAreOneRowAMinute() {
        for (int i = 0; i < 50; i++) {
            note(false, "192.0.2.1", "unknown key", null);
        }
        assertThat(written()).singleElement().extracting(AuditRow::times).isEqualTo(50L);
        note(false, "192.0.2.1", "unknown key", null);
        assertThat(written()).singleElement().extracting(AuditRow::times).isEqualTo(51L);
        clock.advance(Duration.ofMinutes(1));
        note(false, "192.0.2.1", "unknown key", null);
        assertThat(written()).hasSize(2);
    }

    @Test
    void aFloodFillsNeitherMemoryNorTheLog() {
        IntStream.range(0, 20_000).forEach(i -> note(false, "2001:db8::" + Integer.toHexString(i), "forged", null));
        while (write.execute(new WriteRefusals.Command()) instanceof WriteRefusals.Outcome.Written(int counts)
                && counts > 0) {
            assertThat(counts).isLessThanOrEqualTo(200);
        }
        List<AuditRow> rows = trail.rows(AuditFilter.ALL, 50_000);
        assertThat(rows).hasSize(RefusalBook.MAX_COUNTS + 1);
        assertThat(rows.stream().mapToLong(AuditRow::times).sum()).isEqualTo(20_000);
        assertThat(rows)
                .filteredOn(row -> row.origin().address().equals("others"))
                .hasSize(1);
        assertThat(trail.explained("r-1", 50_000)).hasSize(RefusalBook.MAX_EXPLAINED);
    }

    @Test
    void oneAddressDoesNotTakeTheRoomOfOthers() {
        for (int i = 0; i < 500; i++) {
            note(false, "192.0.2.1", "forged", null);
        }
        note(false, "192.0.2.2", "mine", null);
        write.execute(new WriteRefusals.Command());
        assertThat(trail.explained("r-1", 500))
                .hasSize(RefusalBook.MAX_EXPLAINED_OF_ONE + 1)
                .first()
                .extracting(one -> one.call().reason())
                .isEqualTo("mine");
    }

    @Test
    void whatADeadDatabaseDoesNotTakeIsWrittenOnceItIsBack() {
        note(false, "192.0.2.1", "unknown key", null);
        WriteRefusals failing = new WriteRefusals(book, new Dead());
        assertThatThrownBy(() -> failing.execute(new WriteRefusals.Command())).hasMessage("dead");
        note(false, "192.0.2.1", "unknown key", null);
        assertThat(written()).singleElement().extracting(AuditRow::times).isEqualTo(2L);
        assertThat(trail.explained("r-1", 9)).hasSize(2);
    }

    @Test
    void explanationsAreForgottenAfterTwoWeeks() {
        note(false, "192.0.2.1", "unknown key", null);
        written();
        clock.advance(ForgetExplanations.KEPT);
        ForgetExplanations forget = new ForgetExplanations(trail, clock);
        assertThat(forget.execute(new ForgetExplanations.Command()))
                .isEqualTo(new ForgetExplanations.Outcome.Forgotten(0));
        clock.advance(Duration.ofSeconds(1));
        assertThat(forget.execute(new ForgetExplanations.Command()))
                .isEqualTo(new ForgetExplanations.Outcome.Forgotten(1));
        assertThat(trail.rows(AuditFilter.ALL, 9)).hasSize(1);
    }

    /** A trail whose database is gone. */
    private static final class Dead implements AuditTrail {
        @Override
        public void append(AuditEntry entry) {
            throw new IllegalStateException("dead");
        }

        @Override
        public void record(List<CountedRefusal> counted, List<ExplainedRefusal> explained) {
            throw new IllegalStateException("dead");
        }

        @Override
        public List<AuditRow> rows(AuditFilter filter, int limit) {
            throw new IllegalStateException("dead");
        }

        @Override
        public List<ExplainedRefusal> explained(String requestId, int limit) {
            throw new IllegalStateException("dead");
        }

        @Override
        public int forgetExplanations(Instant before) {
            throw new IllegalStateException("dead");
        }
    }
}
