package dev.gangway.adapters.persistence;

import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceId;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * The queue of imports as statements of one transaction. A job is named by the credentials that it was queued for, with
 * {@code /} and a word of its own after them where it is not the first: so a source's jobs are found by its credentials.
 */
final class ImportQueue {
    /** Holds where a job of the source s waits or runs; {@code :job} is {@link ImportJob#TASK}. */
    static final String HAS_JOB = """
            exists (select 1 from scheduled_tasks j where j.task_name = :job
                and j.task_instance >= s.credentials_id and j.task_instance < s.credentials_id || '0')""";

    private static final String ADD = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
            values (:job, :instance, :data, :now, false, 1, :priority)
            on conflict do nothing""";

    private static final String IS_BUSY = """
            select 1 from sources s where s.id = :source and\s""" + HAS_JOB;

    private static final String FORGET = """
            delete from scheduled_tasks where task_name = :job and not picked
                and task_instance >= :credentials and task_instance < :credentials || '0'""";

    private ImportQueue() {}

    /** Whether a job of the source waits or runs; asked in a statement of its own, it sees what others have queued. */
    static boolean isBusy(Handle handle, SourceId source) {
        return handle.createQuery(IS_BUSY)
                .bind("source", source.value())
                .bind("job", ImportJob.TASK)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** Queues the source's refresh, unless that very one waits or runs. */
    static void addRefresh(Handle handle, SourceId source, String credentials, ImportPriority priority, Instant now) {
        add(handle, source, credentials + "/refresh", priority, now);
    }

    /** Queues an import under {@code instance}, unless one of that name waits or runs. */
    static void add(Handle handle, SourceId source, String instance, ImportPriority priority, Instant now) {
        handle.createUpdate(ADD)
                .bind("job", ImportJob.TASK)
                .bind("instance", instance)
                .bind("data", ImportJob.first(source).toJson())
                .bind("now", Rows.utc(now))
                .bind("priority", priority.rank())
                .execute();
    }

    /** Takes back what waits for credentials that have been replaced; what runs finds out by itself. */
    static void forget(Handle handle, String credentials) {
        handle.createUpdate(FORGET)
                .bind("job", ImportJob.TASK)
                .bind("credentials", credentials)
                .execute();
    }
}
