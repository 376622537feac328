package dev.gangway.adapters.persistence;

import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.source.ImportPriority;
import org.jdbi.v3.core.Handle;

/** The part of a registration that few have: known sources whose credentials are replaced. */
final class ReplacedCredentials {
    private static final String REPLACE = """
            update sources set credentials_id = :credentialsId, sealed_credentials = :sealed,
                secret_fingerprint = :secretFingerprint,
                status = case when :requeued then 'processing' else status end,
                failure = case when :requeued then null else failure end
            where id = :id and user_id = :userId""";

    /** A run that is under way holds the old credentials and can no longer end the refresh: another has to. */
    private static final String REFRESH_AGAIN = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
            select :job, :credentialsId, :data, :at, false, 1, :priority
            from sources where id = :id and user_id = :userId and run_id is not null""";

    private ReplacedCredentials() {}

    /** Writes them all. A source that goes back to processing is queued with the new ones. */
    static void write(Handle handle, Registration registration) {
        for (Registration.Replaced replaced : registration.replaced()) {
            handle.createUpdate(REPLACE)
                    .bind("id", replaced.id().value())
                    .bind("userId", registration.userId().value())
                    .bind("credentialsId", replaced.sealed().id().value())
                    .bind("sealed", replaced.sealed().sealed())
                    .bind("secretFingerprint", Args.bytes(replaced.secretFingerprint()))
                    .bind("requeued", replaced.requeued())
                    .execute();
            if (!replaced.requeued()) {
                handle.createUpdate(REFRESH_AGAIN)
                        .bind("id", replaced.id().value())
                        .bind("userId", registration.userId().value())
                        .bind("job", ImportJob.TASK)
                        .bind("credentialsId", replaced.sealed().id().value())
                        .bind("data", ImportJob.first(replaced.id()).toJson())
                        .bind("at", Rows.utc(registration.at()))
                        .bind("priority", ImportPriority.REFRESH.rank())
                        .execute();
            }
        }
    }
}
