package dev.gangway.adapters.persistence;

import dev.gangway.application.upload.port.Uploads;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.upload.UploadedLine;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Uploads; the user is locked while one is confirmed, so that there is one source of uploads. */
final class JdbiUploads implements Uploads {
    private static final String CONNECTED = """
            select id from sources where user_id = :user and status <> 'merged' and credentials_id is not null""";

    private static final String OLDER = """
            select id from uploads where user_id = :user order by expires_at desc, id desc offset :kept rows""";

    private static final String OPEN = """
            insert into uploads (id, user_id, transactions, expires_at) values (:upload, :user, 0, :expiresAt)""";

    private static final String APPEND = """
            insert into upload_parts (upload_id, number, content) values (:upload, :number, :content)""";

    private static final String CLOSE = "update uploads set transactions = :transactions where id = :upload";

    private static final String LOCK = """
            select confirmed_at is not null as confirmed from uploads
            where id = :upload and user_id = :user and transactions > 0 and expires_at > :now for update""";

    private static final String SOURCE = """
            select id from sources where user_id = :user and exchange = :exchange and credentials_id is null
            and status = 'populated' for update""";

    private static final String ADD_SOURCE = """
            insert into sources (id, user_id, exchange, status, created_at)
            values (:source, :user, :exchange, 'populated', :now)""";

    private static final String PARTS = "select number from upload_parts where upload_id = :upload order by number";

    private static final String PART = """
            select content from upload_parts where upload_id = :upload and number = :number""";

    private static final String IMPORTED = "update sources set imported_at = :now where id = :source";

    private static final String CONFIRM = "update uploads set confirmed_at = :now where id = :upload";

    private static final String OVER = "select id from uploads where expires_at <= :now";

    /** An upload may be forgotten while its file still comes in. */
    private static final String FORGET_STRAYS = """
            delete from upload_parts where not exists (select 1 from uploads u where u.id = upload_id)""";

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiUploads(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public Set<SourceId> connected(UserId user) {
        return jdbi.withHandle(
                handle -> handle.createQuery(CONNECTED).bind("user", user.value()).mapTo(String.class).stream()
                        .map(SourceId::new)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public void open(UploadId upload, UserId user, Instant expiresAt, int kept) {
        jdbi.useTransaction(handle -> {
            handle.createQuery(OLDER)
                    .bind("user", user.value())
                    .bind("kept", kept)
                    .mapTo(String.class)
                    .list()
                    .forEach(old -> forget(handle, old));
            handle.createUpdate(OPEN)
                    .bind("upload", upload.value())
                    .bind("user", user.value())
                    .bind("expiresAt", Rows.utc(expiresAt))
                    .execute();
        });
    }

    @Override
    public void append(UploadId upload, int part, List<LedgerTransaction> transactions) {
        byte[] content = UploadPart.write(transactions);
        jdbi.useHandle(handle -> handle.createUpdate(APPEND)
                .bind("upload", upload.value())
                .bind("number", part)
                .bind("content", content)
                .execute());
    }

    @Override
    public void close(UploadId upload, int transactions) {
        jdbi.useHandle(handle -> handle.createUpdate(CLOSE)
                .bind("upload", upload.value())
                .bind("transactions", transactions)
                .execute());
    }

    @Override
    public Confirmed confirm(UploadId upload, UserId user, SourceId source, Instant now, AuditEntry audit) {
        return jdbi.inTransaction(handle -> {
            UserLock.take(handle, user);
            Boolean confirmed = handle.createQuery(LOCK)
                    .bind("upload", upload.value())
                    .bind("user", user.value())
                    .bind("now", Rows.utc(now))
                    .mapTo(Boolean.class)
                    .findOne()
                    .orElse(null);
            if (confirmed == null) {
                return Confirmed.NO_SUCH_UPLOAD;
            }
            if (confirmed) {
                return Confirmed.STORED_BEFORE;
            }
            store(handle, upload, user, source(handle, user, source, now), now);
            handle.createUpdate(CONFIRM)
                    .bind("upload", upload.value())
                    .bind("now", Rows.utc(now))
                    .execute();
            AuditLog.append(handle, audit);
            return Confirmed.STORED;
        });
    }

    private static SourceId source(Handle handle, UserId user, SourceId fresh, Instant now) {
        String there = handle.createQuery(SOURCE)
                .bind("user", user.value())
                .bind("exchange", UploadedLine.UPLOADS.value())
                .mapTo(String.class)
                .findOne()
                .orElse(null);
        if (there != null) {
            return new SourceId(there);
        }
        handle.createUpdate(ADD_SOURCE)
                .bind("source", fresh.value())
                .bind("user", user.value())
                .bind("exchange", UploadedLine.UPLOADS.value())
                .bind("now", Rows.utc(now))
                .execute();
        return fresh;
    }

    private void store(Handle handle, UploadId upload, UserId user, SourceId source, Instant now) {
        List<Integer> parts = handle.createQuery(PARTS)
                .bind("upload", upload.value())
                .mapTo(Integer.class)
                .list();
        LedgerWriting ledger = new LedgerWriting(handle, dialect, source, user);
        for (int part : parts) {
            byte[] content = handle.createQuery(PART)
                    .bind("upload", upload.value())
                    .bind("number", part)
                    .mapTo(byte[].class)
                    .one();
            ledger.add(UploadPart.read(content, UploadedLine.MAPPER_VERSION), now);
        }
        handle.createUpdate(IMPORTED)
                .bind("source", source.value())
                .bind("now", Rows.utc(now))
                .execute();
        handle.createUpdate("delete from upload_parts where upload_id = :upload")
                .bind("upload", upload.value())
                .execute();
    }

    @Override
    public int purge(Instant now) {
        List<String> over = jdbi.withHandle(handle -> handle.createQuery(OVER)
                .bind("now", Rows.utc(now))
                .mapTo(String.class)
                .list());
        over.forEach(upload -> jdbi.useTransaction(handle -> forget(handle, upload)));
        jdbi.useHandle(handle -> handle.execute(FORGET_STRAYS));
        return over.size();
    }

    private static void forget(Handle handle, String upload) {
        // the upload first: whoever confirms it has it locked
        handle.createUpdate("delete from uploads where id = :upload")
                .bind("upload", upload)
                .execute();
        handle.createUpdate("delete from upload_parts where upload_id = :upload")
                .bind("upload", upload)
                .execute();
    }
}
