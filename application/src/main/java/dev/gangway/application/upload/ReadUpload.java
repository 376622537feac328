package dev.gangway.application.upload;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.upload.UploadHeader;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.upload.UploadedLine;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Reads a file line by line, keeps the transactions in it apart for an hour and tells what it understood. The file is
 * never in memory as a whole.
 */
public final class ReadUpload {
    /** The most lines that a file may have beside its header. */
    public static final int MAX_LINES = 200_000;

    /** How long there is to confirm. */
    public static final Duration TIME_TO_CONFIRM = Duration.ofHours(1);

    /** How many uploads of a user wait at most: one for each of a few open pages. */
    static final int KEPT = 3;

    /** How many transactions are kept in one go. */
    static final int PART = 1_000;

    private final Uploads uploads;
    private final RandomTokens hashes;
    private final Ids ids;
    private final Clock clock;

    /** Keeps in {@code uploads}. */
    public ReadUpload(Uploads uploads, RandomTokens hashes, Ids ids, Clock clock) {
        this.uploads = uploads;
        this.hashes = hashes;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Who uploads, and the lines of the file, the header first.
     *
     * @param lines read once; what reading them throws is thrown on, and nothing can be confirmed
     */
    public record Command(UserId user, Iterator<UploadedCells> lines) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** So much was understood. It can be confirmed unless it holds no transaction. */
        record Understood(UploadPreview preview) implements Outcome {}

        /** Nothing was kept; one plain sentence says why. */
        record Refused(String reason) implements Outcome {}
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        Iterator<UploadedCells> lines = command.lines();
        if (!lines.hasNext()) {
            return new Outcome.Refused("The file is empty.");
        }
        UploadedCells first = lines.next();
        if (first.problem() != null) {
            return new Outcome.Refused("The first line " + first.problem() + '.');
        }
        return switch (UploadHeader.of(first.cells())) {
            case UploadHeader.Read.Refused refused -> new Outcome.Refused(refused.reason());
            case UploadHeader.Read.Known known -> new Reading(command.user(), known.header()).read(lines);
        };
    }

    /** One file's reading. */
    private final class Reading {
        private final UploadId upload = ids.uploadId();
        private final Instant now = ApplicationTime.now(clock);
        private final UploadPreview.Summary summary = new UploadPreview.Summary();
        private final UserId user;
        private final UploadHeader header;
        private final UploadedIds names;
        private List<LedgerTransaction> part = new ArrayList<>(PART);
        private int parts;

        Reading(UserId user, UploadHeader header) {
            this.user = user;
            this.header = header;
            this.names = new UploadedIds(uploads.connected(user), hashes);
        }

        Outcome read(Iterator<UploadedCells> lines) {
            uploads.open(upload, user, now.plus(TIME_TO_CONFIRM), KEPT - 1);
            for (int count = 1; lines.hasNext(); count++) {
                if (count > MAX_LINES) {
                    return new Outcome.Refused("The file has more than 200,000 lines: upload it in parts.");
                }
                take(lines.next());
            }
            keep();
            uploads.close(upload, summary.transactions());
            return new Outcome.Understood(summary.of(upload));
        }

        private void take(UploadedCells line) {
            if (line.problem() != null) {
                summary.refused(line.number(), line.problem());
                return;
            }
            switch (UploadedLine.of(header, line.cells(), now)) {
                case UploadedLine.Read.Blank blank -> {}
                case UploadedLine.Read.Refused refused -> summary.refused(line.number(), refused.reason());
                case UploadedLine.Read.Understood understood -> name(understood.line(), line.number());
            }
        }

        private void name(UploadedLine line, long number) {
            switch (names.name(line, number)) {
                case UploadedIds.Named.Refused refused -> summary.refused(number, refused.reason());
                case UploadedIds.Named.As named -> {
                    LedgerTransaction transaction = line.as(named.externalId());
                    summary.understood(transaction);
                    part.add(transaction);
                    if (part.size() == PART) {
                        keep();
                    }
                }
            }
        }

        private void keep() {
            if (!part.isEmpty()) {
                uploads.append(upload, parts++, part);
                part = new ArrayList<>(PART);
            }
        }
    }
}
