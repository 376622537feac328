package dev.gangway.adapters.persistence;

import dev.gangway.application.source.port.SourceImports;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/**
 * The writes of import runs. Each begins with a statement that only the source's run satisfies and that locks the source
 * until the end. Who locks the user too locks it first, as registrations do.
 */
final class JdbiSourceImports implements SourceImports {
    private static final String BEGIN = """
            update sources set run_id = :run, run_began_at = :now
            where id = :source and status in ('processing', 'populated') and credentials_id is not null""";

    private static final String BEGUN = """
            select exchange, user_id, credentials_id, sealed_credentials, account_ref, next_page, status
            from sources where id = :source""";

    private static final String STORED = """
            update sources set next_page = :cursor where id = :source and run_id = :run""";

    private static final String COMPLETE = """
            update sources set status = 'populated', failure = null, imported_at = :now, run_id = null
            where id = :source and run_id = :run and credentials_id = :credentials""";

    private static final String FAIL = """
            update sources set failure = :failure, run_id = null,
                next_page = case when :outOfReach then null else next_page end,
                status = case when :outOfReach and status = 'populated' then status else :status end
            where id = :source and run_id = :run and credentials_id = :credentials""";

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiSourceImports(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public @Nullable Begun begin(SourceId source, ImportRunId run, Instant now) {
        return jdbi.inTransaction(handle -> {
            int begun = handle.createUpdate(BEGIN)
                    .bind("source", source.value())
                    .bind("run", run.value())
                    .bind("now", Rows.utc(now))
                    .execute();
            return begun == 0
                    ? null
                    : handle.createQuery(BEGUN)
                            .bind("source", source.value())
                            .map((row, context) -> begun(row, source, run))
                            .one();
        });
    }

    private static Begun begun(ResultSet row, SourceId source, ImportRunId run) throws SQLException {
        return new Begun(
                run,
                source,
                new ExchangeName(row.getString("exchange")),
                new SealedCredentials(
                        new CredentialsId(row.getString("credentials_id")),
                        new UserId(row.getString("user_id")),
                        row.getString("sealed_credentials")),
                Rows.optional(row, "account_ref", AccountReference::new),
                row.getString("next_page"),
                Rows.constant(row, "status", SourceStatus.class) == SourceStatus.PROCESSING);
    }

    @Override
    public Bound bindAccount(Begun run, AccountReference account, Instant now) {
        return jdbi.inTransaction(handle -> AccountBinding.bind(handle, run, account, now));
    }

    @Override
    public boolean store(Begun run, List<LedgerTransaction> transactions, @Nullable String cursor, Instant now) {
        return jdbi.inTransaction(handle -> {
            int held = handle.createUpdate(STORED)
                    .bind("source", run.source().value())
                    .bind("run", run.run().value())
                    .bind("cursor", cursor)
                    .execute();
            if (held == 1) {
                new LedgerWriting(
                                handle, dialect, run.source(), run.credentials().owner())
                        .add(transactions, now);
            }
            return held == 1;
        });
    }

    @Override
    public boolean complete(Begun run, Instant now) {
        return jdbi.withHandle(handle -> ofRun(handle.createUpdate(COMPLETE), run)
                        .bind("now", Rows.utc(now))
                        .execute()
                == 1);
    }

    @Override
    public boolean fail(Begun run, SourceFailure failure, Instant now) {
        return jdbi.withHandle(handle -> ofRun(handle.createUpdate(FAIL), run)
                        .bind("failure", Rows.stored(failure))
                        .bind("status", Rows.stored(failure.status()))
                        .bind("outOfReach", failure.status() == SourceStatus.FAILED)
                        .execute()
                == 1);
    }

    private static Update ofRun(Update update, Begun run) {
        return update.bind("source", run.source().value())
                .bind("run", run.run().value())
                .bind("credentials", run.credentials().id().value());
    }
}
