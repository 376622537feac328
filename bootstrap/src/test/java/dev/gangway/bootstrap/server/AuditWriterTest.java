package dev.gangway.bootstrap.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.ForgetExplanations;
import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.audit.RefusalBook;
import dev.gangway.application.audit.WriteRefusals;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.shared.ErrorCode;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuditWriterTest {
    @Test
    void aStopWritesAllThatWasCountedHoweverMuchItIs() {
        MovableClock clock = new MovableClock();
        AuditTrail trail = new InMemoryStore().ports().auditTrail();
        RefusalBook book = new RefusalBook();
        NoteRefusal note = new NoteRefusal(book, false, clock);
        int addresses = 700;
        AuditWriter writer = AuditWriter.start(new WriteRefusals(book, trail), new ForgetExplanations(trail, clock));
        for (int i = 0; i < addresses; i++) {
            ApiCall call = new ApiCall("GET", "/", Map.of(), "198.51." + i / 250 + "." + i % 250);
            note.execute(new NoteRefusal.Command(
                    call, "GET /", "req-" + i, null, new Verdict.Refused(ErrorCode.UNAUTHORIZED, "no credential")));
        }

        writer.close();

        assertThat(trail.rows(AuditFilter.ALL, 10_000).stream()
                        .mapToLong(AuditRow::times)
                        .sum())
                .isEqualTo(addresses);
    }
}
