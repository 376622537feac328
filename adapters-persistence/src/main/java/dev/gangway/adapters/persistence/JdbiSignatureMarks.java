package dev.gangway.adapters.persistence;

import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** One row for each signature; marking one is one statement. */
final class JdbiSignatureMarks implements SignatureMarks {
    private static final SqlString MARK = SqlString.of("""
            insert into signature_marks (credential_id, made_at, signature, kept_until)
            select cast(:credential as varchar), cast(:madeAt as bigint), cast(:signature as bytea),
                cast(:keptUntil as timestamp with time zone)
            where not exists (select 1 from signature_horizon h where h.forgotten_until >= :keptUntil)
            on conflict do nothing""");

    private static final String NEWEST_DUE = """
            select max(kept_until) from signature_marks where kept_until <= :now""";

    private static final String RAISE = """
            update signature_horizon set forgotten_until = greatest(forgotten_until, :horizon)""";

    private static final String BEGIN = """
            insert into signature_horizon (id, forgotten_until) values (1, :horizon) on conflict do nothing""";

    private static final String FORGET = """
            delete from signature_marks where (credential_id, made_at, signature) in
                (select credential_id, made_at, signature from signature_marks
                where kept_until <= :horizon order by kept_until limit 1000)""";

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiSignatureMarks(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public boolean mark(CredentialId credential, long timestamp, byte[] signature, Instant keptUntil) {
        Args args = new Args()
                .text("credential", credential.value())
                .number("madeAt", timestamp)
                .blob("signature", signature)
                .time("keptUntil", keptUntil);
        return jdbi.withHandle(handle -> MARK.write(handle.getConnection(), dialect, args)[0] == 1);
    }

    @Override
    public int forget(Instant now) {
        OffsetDateTime horizon = jdbi.inTransaction(handle -> raise(handle, now));
        if (horizon == null) {
            return 0;
        }
        int forgotten = 0;
        int batch;
        do {
            batch = jdbi.withHandle(handle ->
                    handle.createUpdate(FORGET).bind("horizon", horizon).execute());
            forgotten += batch;
        } while (batch > 0);
        return forgotten;
    }

    /** Draws the line before anything behind it goes; null if nothing is due. */
    private static @Nullable OffsetDateTime raise(Handle handle, Instant now) {
        OffsetDateTime due = handle.createQuery(NEWEST_DUE)
                .bind("now", Rows.utc(now))
                .mapTo(OffsetDateTime.class)
                .findOne()
                .orElse(null);
        if (due != null) {
            handle.createUpdate(BEGIN).bind("horizon", due).execute();
            handle.createUpdate(RAISE).bind("horizon", due).execute();
        }
        return due;
    }
}
