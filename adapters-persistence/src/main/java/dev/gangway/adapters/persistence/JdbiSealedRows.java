package dev.gangway.adapters.persistence;

import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.SealedRows;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The sealed texts of users' sources and of partners' credentials. The key's id stands in front of each. */
final class JdbiSealedRows implements SealedRows {
    private static final String FORMAT = "v1.";

    private final Jdbi jdbi;

    JdbiSealedRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where the rows of a kind are. */
    private record Place(String table, String identity, String owner, String text) {
        static Place of(SealedRow.Kind kind) {
            return switch (kind) {
                case EXCHANGE_CREDENTIALS -> new Place("sources", "credentials_id", "user_id", "sealed_credentials");
                case SHARED_SECRET -> new Place("partner_credentials", "id", "partner_id", "sealed_secret");
            };
        }

        String find() {
            return "select id, " + identity + " as identity, cast(" + owner + " as varchar) as owner, " + text
                    + " as sealed from " + table + " where " + text + " is not null and left(" + text
                    + ", :length) <> :prefix and id > :after order by id limit :limit";
        }

        String replace() {
            return "update " + table + " set " + text + " = :sealed where id = :row and " + text + " = :known";
        }

        String count() {
            return "select count(*) from " + table + " where left(" + text + ", :length) = :prefix";
        }
    }

    @Override
    public List<SealedRow> underOthersThan(String keyId, SealedRow.Kind kind, @Nullable String after, int limit) {
        String prefix = prefix(keyId);
        return jdbi.withHandle(handle -> handle.createQuery(Place.of(kind).find())
                .bind("length", prefix.length())
                .bind("prefix", prefix)
                .bind("after", after == null ? "" : after)
                .bind("limit", limit)
                .map((row, context) -> new SealedRow(
                        kind,
                        row.getString("id"),
                        row.getString("identity"),
                        row.getString("owner"),
                        row.getString("sealed")))
                .list());
    }

    @Override
    public boolean replace(SealedRow known, String sealed) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate(Place.of(known.kind()).replace())
                                .bind("row", known.row())
                                .bind("known", known.sealed())
                                .bind("sealed", sealed)
                                .execute())
                > 0;
    }

    @Override
    public long countUnder(String keyId) {
        String prefix = prefix(keyId);
        return jdbi.withHandle(handle -> Stream.of(SealedRow.Kind.values())
                .mapToLong(kind -> handle.createQuery(Place.of(kind).count())
                        .bind("length", prefix.length())
                        .bind("prefix", prefix)
                        .mapTo(Long.class)
                        .one())
                .sum());
    }

    private static String prefix(String keyId) {
        return FORMAT + keyId + ".";
    }
}
