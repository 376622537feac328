package dev.gangway.adapters.persistence;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The key rings. */
final class JdbiKeyRings implements KeyRings {
    private static final String ALL = """
            select id, purpose, master_key_id, wrapped, created_at, active_from, retired_at
            from key_rings where purpose in\s""" + Rows.known(KeyPurpose.class) + " order by created_at, id";

    private static final String IS_THERE = """
            select exists (select 1 from key_rings where purpose = :purpose and created_at >= :since)""";

    private static final String ADD = """
            insert into key_rings (id, purpose, master_key_id, wrapped, created_at, active_from, retired_at)
            values (:id, :purpose, :masterKeyId, :wrapped, :createdAt, :activeFrom, :retiredAt)""";

    private static final String REWRAP = """
            update key_rings set master_key_id = :masterKeyId, wrapped = :wrapped where id = :id""";

    private static final String RETIRE = """
            update key_rings set retired_at = :at where id = :id and retired_at is null""";

    private final Jdbi jdbi;

    JdbiKeyRings(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<WrappedKey> all() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL)
                .map((row, context) -> new WrappedKey(
                        row.getString("id"),
                        Rows.constant(row, "purpose", KeyPurpose.class),
                        row.getString("master_key_id"),
                        row.getString("wrapped"),
                        Rows.time(row, "created_at"),
                        Rows.time(row, "active_from"),
                        Rows.optionalTime(row, "retired_at")))
                .list());
    }

    @Override
    public boolean addUnlessSince(Instant since, WrappedKey key) {
        return jdbi.inTransaction(handle -> {
            Mutex.KEY_RINGS.hold(handle);
            boolean isThere = handle.createQuery(IS_THERE)
                    .bind("purpose", key.purpose().storedName())
                    .bind("since", Rows.utc(since))
                    .mapTo(Boolean.class)
                    .one();
            if (!isThere) {
                add(handle, List.of(key));
            }
            return !isThere;
        });
    }

    @Override
    public void add(List<WrappedKey> keys) {
        jdbi.useTransaction(handle -> add(handle, keys));
    }

    @Override
    public void rewrap(List<WrappedKey> keys) {
        if (keys.isEmpty()) {
            return;
        }
        jdbi.useTransaction(handle -> {
            PreparedBatch batch = handle.prepareBatch(REWRAP);
            for (WrappedKey key : keys) {
                batch.bind("id", key.id())
                        .bind("masterKeyId", key.masterKeyId())
                        .bind("wrapped", key.wrapped())
                        .add();
            }
            batch.execute();
        });
    }

    @Override
    public void retire(List<String> ids, Instant at) {
        jdbi.useTransaction(handle -> {
            for (String id : ids) {
                handle.createUpdate(RETIRE)
                        .bind("id", id)
                        .bind("at", Rows.utc(at))
                        .execute();
            }
        });
    }

    private static void add(Handle handle, List<WrappedKey> keys) {
        for (WrappedKey key : keys) {
            handle.createUpdate(ADD)
                    .bind("id", key.id())
                    .bind("purpose", key.purpose().storedName())
                    .bind("masterKeyId", key.masterKeyId())
                    .bind("wrapped", key.wrapped())
                    .bind("createdAt", Rows.utc(key.createdAt()))
                    .bind("activeFrom", Rows.utc(key.activeFrom()))
                    .bind("retiredAt", Rows.utc(key.retiredAt()))
                    .execute();
        }
    }
}
