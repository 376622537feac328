package dev.gangway.adapters.persistence;

import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Work that is all or nothing, whether it is a transaction of its own or a part of the one around it. */
final class UndoableWork {
    private static final String SAVEPOINT = "before_work";

    private UndoableWork() {}

    /** Does {@code work} and takes it back where {@code undone} says so of its result. */
    static <R> R in(Handle handle, Supplier<R> work, Predicate<R> undone) {
        if (handle.isInTransaction()) {
            handle.savepoint(SAVEPOINT);
            R result = work.get();
            if (undone.test(result)) {
                handle.rollbackToSavepoint(SAVEPOINT);
            } else {
                handle.releaseSavepoint(SAVEPOINT);
            }
            return result;
        }
        handle.begin();
        boolean keep = false;
        try {
            R result = work.get();
            keep = !undone.test(result);
            return result;
        } finally {
            if (keep) {
                handle.commit();
            } else {
                handle.rollback();
            }
        }
    }
}
