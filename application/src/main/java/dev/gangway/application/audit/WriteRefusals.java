package dev.gangway.application.audit;

import dev.gangway.application.audit.port.AuditTrail;

/**
 * Writes to the audit log what the book has counted: in one transaction, whatever number of calls was refused. What a fault
 * of the database keeps from being written goes back into the book and is thrown.
 */
public final class WriteRefusals {
    /** How many counts are written at once; the others wait for the next time. */
    private static final int COUNTS = 200;

    private final RefusalBook book;
    private final AuditTrail trail;

    /** Writes what {@code book} has to {@code trail}. */
    public WriteRefusals(RefusalBook book, AuditTrail trail) {
        this.book = book;
        this.trail = trail;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What came of it. */
    public sealed interface Outcome {
        /**
         * Written.
         *
         * @param counts how many rows were counted in
         */
        record Written(int counts) implements Outcome {}
    }

    /** Writes. */
    public Outcome execute(Command command) {
        RefusalBook.Taken taken = book.take(COUNTS);
        if (taken.isEmpty()) {
            return new Outcome.Written(0);
        }
        boolean written = false;
        try {
            trail.record(taken.counted(), taken.explained());
            written = true;
        } finally {
            if (!written) {
                book.putBack(taken);
            }
        }
        return new Outcome.Written(taken.counted().size());
    }
}
