package dev.gangway.adapters.persistence;

import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.port.Resealing;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ExchangeName;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The sealed texts of users' sources and of partners' credentials. The key's id stands in front of each. */
final class JdbiSealedRows implements SealedRows {
    private static final String FORMAT = "v1.";

    private static final String COUNT_FINGERPRINTED = """
            select count(*) from sources where sealed_credentials is not null and fingerprint_key in (:ringKey, :unnamed)""";

    /** One row that cannot have its fingerprint must not keep the job from all those behind it. */
    private static final String NOT_DOUBLED = """
            not exists (select 1 from sources o where o.user_id = x.user_id and o.exchange = x.exchange
                and o.key_fingerprint = :apiKey and o.id <> x.id)""";

    private final Jdbi jdbi;

    JdbiSealedRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Where the rows of a kind are.
     *
     * @param fingerprinted whether a fingerprint stands beside the text
     */
    private record Place(String table, String identity, String owner, String text, boolean fingerprinted) {
        static Place of(SealedRow.Kind kind) {
            return switch (kind) {
                case EXCHANGE_CREDENTIALS ->
                    new Place("sources", "credentials_id", "user_id", "sealed_credentials", true);
                case SHARED_SECRET -> new Place("partner_credentials", "id", "partner_id", "sealed_secret", false);
            };
        }

        String find() {
            return "select id, " + identity + " as identity, cast(" + owner + " as varchar) as owner, " + text
                    + " as sealed" + (fingerprinted ? ", exchange, fingerprint_key" : "") + " from " + table + " where "
                    + text + " is not null and (left(" + text + ", :length) <> :prefix"
                    + (fingerprinted ? " or fingerprint_key <> :fingerprints" : "")
                    + ") and id > :after order by id limit :limit";
        }

        String replace(boolean fingerprint) {
            return "update " + table + " x set " + text + " = :sealed"
                    + (fingerprint
                            ? ", fingerprint_key = :ringKey, key_fingerprint = :apiKey, secret_fingerprint = :secret"
                            : "")
                    + " where x.id = :row and x." + text + " = :known"
                    + (fingerprint ? " and x.fingerprint_key = :knownRingKey and " + NOT_DOUBLED : "");
        }

        String count() {
            return "select count(*) from " + table + " where left(" + text + ", :length) = :prefix";
        }
    }

    @Override
    public List<SealedRow> underOthersThan(KeysInUse keys, SealedRow.Kind kind, @Nullable String after, int limit) {
        String prefix = prefix(keys.sealing());
        Place place = Place.of(kind);
        return jdbi.withHandle(handle -> {
            Query query = handle.createQuery(place.find())
                    .bind("length", prefix.length())
                    .bind("prefix", prefix)
                    .bind("after", after == null ? "" : after)
                    .bind("limit", limit);
            if (place.fingerprinted()) {
                query.bind("fingerprints", keys.fingerprints());
            }
            return query.map((row, context) -> new SealedRow(
                            kind,
                            row.getString("id"),
                            row.getString("identity"),
                            row.getString("owner"),
                            row.getString("sealed"),
                            place.fingerprinted()
                                    ? new SealedRow.Fingerprinted(
                                            new ExchangeName(row.getString("exchange")),
                                            row.getString("fingerprint_key"))
                                    : null))
                    .list();
        });
    }

    @Override
    public boolean replace(SealedRow known, Resealing.Resealed.Anew anew) {
        return jdbi.withHandle(handle -> replace(handle, known, anew.sealed(), anew.fingerprint())
                || (!anew.sealed().equals(known.sealed()) && replace(handle, known, anew.sealed(), null)));
    }

    private static boolean replace(
            Handle handle, SealedRow known, String sealed, @Nullable CredentialFingerprint fingerprint) {
        SealedRow.Fingerprinted fingerprinted = known.fingerprinted();
        Update update = handle.createUpdate(Place.of(known.kind()).replace(fingerprint != null))
                .bind("row", known.row())
                .bind("known", known.sealed())
                .bind("sealed", sealed);
        if (fingerprint != null) {
            update.bind("ringKey", fingerprint.ringKey())
                    .bind("apiKey", Args.bytes(fingerprint.apiKey()))
                    .bind("secret", Args.bytes(fingerprint.secret()))
                    .bind("knownRingKey", fingerprinted == null ? null : fingerprinted.ringKey());
        }
        return update.execute() > 0;
    }

    @Override
    public long countSealedUnder(String keyId) {
        String prefix = prefix(keyId);
        return jdbi.withHandle(handle -> Stream.of(SealedRow.Kind.values())
                .mapToLong(kind -> handle.createQuery(Place.of(kind).count())
                        .bind("length", prefix.length())
                        .bind("prefix", prefix)
                        .mapTo(Long.class)
                        .one())
                .sum());
    }

    @Override
    public long countFingerprintedUnder(String keyId) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNT_FINGERPRINTED)
                .bind("ringKey", keyId)
                .bind("unnamed", CredentialFingerprint.UNNAMED)
                .mapTo(Long.class)
                .one());
    }

    private static String prefix(String keyId) {
        return FORMAT + keyId + ".";
    }
}
