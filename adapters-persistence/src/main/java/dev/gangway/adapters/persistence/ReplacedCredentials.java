package dev.gangway.adapters.persistence;

import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The part of a registration or an attachment that few have: known sources whose credentials are replaced. */
final class ReplacedCredentials {
    /** Goes by the status of this moment: a run may have ended since the snapshot. */
    private static final String REPLACE = """
            update sources set credentials_id = :credentialsId, sealed_credentials = :sealed,
                fingerprint_key = :fingerprintKey, key_fingerprint = :keyFingerprint,
                secret_fingerprint = :secretFingerprint,
                next_page = case when status in ('failed', 'credentials_failed') then null else next_page end,
                failure = case when status = 'populated' then failure else null end,
                status = case when status in ('failed', 'credentials_failed') then 'processing' else status end
            where id = :id and user_id = :userId""";

    /**
     * A run that is under way holds the old credentials and can no longer end the refresh: another has to. And one that has
     * ended since the snapshot, with the old credentials refused, has left the source to this registration.
     */
    private static final String QUEUE_UNFORESEEN = """
            insert into scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version, priority)
            select :job, :credentialsId, :data, :at, false, 1,
                case when status = 'processing' then cast(:first as integer) else cast(:refresh as integer) end
            from sources where id = :id and user_id = :userId and (run_id is not null or status = 'processing')""";

    private ReplacedCredentials() {}

    /** Writes them all. Those that were decided to be requeued are queued with the new ones. */
    static void write(Handle handle, UserId user, List<Registration.Replaced> all, Instant at) {
        for (Registration.Replaced replaced : all) {
            handle.createUpdate(REPLACE)
                    .bind("id", replaced.id().value())
                    .bind("userId", user.value())
                    .bind("credentialsId", replaced.sealed().id().value())
                    .bind("sealed", replaced.sealed().sealed())
                    .bind("fingerprintKey", replaced.fingerprint().ringKey())
                    .bind("keyFingerprint", Args.bytes(replaced.fingerprint().apiKey()))
                    .bind("secretFingerprint", Args.bytes(replaced.fingerprint().secret()))
                    .execute();
            if (!replaced.requeued()) {
                handle.createUpdate(QUEUE_UNFORESEEN)
                        .bind("id", replaced.id().value())
                        .bind("userId", user.value())
                        .bind("job", ImportJob.TASK)
                        .bind("credentialsId", replaced.sealed().id().value())
                        .bind("data", ImportJob.first(replaced.id()).toJson())
                        .bind("at", Rows.utc(at))
                        .bind("first", ImportPriority.FIRST.rank())
                        .bind("refresh", ImportPriority.REFRESH.rank())
                        .execute();
            }
        }
    }
}
