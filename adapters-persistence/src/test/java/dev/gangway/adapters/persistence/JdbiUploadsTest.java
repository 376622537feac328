package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.contract.UploadsContract;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.application.upload.port.Uploads.Confirmed;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.upload.UploadId;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** {@link JdbiUploads} keeps its contract on both databases. */
final class JdbiUploadsTest {
    /** {@code -Dgangway.long-upload=200000} is the most that a file may hold; less is enough to see that it works. */
    private static final int LONG = Integer.getInteger("gangway.long-upload", 10_000);

    private static final int PART = 1_000;

    /** Others wait for the user's row meanwhile, and no longer than the lock timeout. */
    private static final Duration SOON = Duration.ofSeconds(30);

    /** Confirms a long file; no statement of it may be long. */
    private static void confirmLong(UploadsContract contract, String database) {
        Desk desk = contract.desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Uploads uploads = contract.ports().uploads();
        UploadId upload = desk.ids().uploadId();
        uploads.open(upload, handed.user(), desk.now().plus(Duration.ofHours(1)), 2);
        for (int part = 0; part < LONG / PART; part++) {
            int from = part * PART;
            uploads.append(
                    upload,
                    part,
                    IntStream.range(from, from + PART)
                            .mapToObj(i -> contract.deposit("line-" + i, i))
                            .toList());
        }
        uploads.close(upload, LONG);
        long start = System.nanoTime();
        assertThat(uploads.confirm(
                        upload,
                        handed.user(),
                        desk.ids().sourceId(),
                        desk.now(),
                        desk.audit(
                                AuditAction.HISTORY_UPLOADED,
                                null,
                                handed.user().value())))
                .isEqualTo(Confirmed.STORED);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        System.err.printf("confirmed %,d lines on %s in %d ms%n", LONG, database, took.toMillis());
        assertThat(took).isLessThan(SOON);
        assertThat(contract.report(handed).transactionCount()).isEqualTo(LONG);
    }

    @Nested
    final class OnH2 extends StoreTest implements UploadsContract {
        OnH2() {
            super(TestDatabase.H2);
        }

        @Test
        void aLongFileIsConfirmedSoon() {
            confirmLong(this, "H2");
        }
    }

    @Nested
    final class OnPostgresql extends StoreTest implements UploadsContract {
        OnPostgresql() {
            super(TestDatabase.POSTGRESQL);
        }

        @Test
        void aLongFileIsConfirmedSoon() {
            confirmLong(this, "PostgreSQL");
        }
    }
}
