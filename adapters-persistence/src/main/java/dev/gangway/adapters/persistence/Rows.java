package dev.gangway.adapters.persistence;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.source.CredentialFingerprint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads columns as values of the domain. */
final class Rows {
    private Rows() {}

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant optionalTime(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static PartnerId partnerId(ResultSet row, String column) throws SQLException {
        return new PartnerId(row.getObject(column, UUID.class));
    }

    static @Nullable PartnerId optionalPartnerId(ResultSet row, String column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new PartnerId(id);
    }

    static Digest digest(ResultSet row, String column) throws SQLException {
        return new Digest(HexFormat.of().formatHex(row.getBytes(column)));
    }

    /** What stands beside sealed credentials. */
    static CredentialFingerprint fingerprint(ResultSet row) throws SQLException {
        return new CredentialFingerprint(
                row.getString("fingerprint_key"), digest(row, "key_fingerprint"), digest(row, "secret_fingerprint"));
    }

    static <T> @Nullable T optional(ResultSet row, String column, Function<String, T> value) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : value.apply(text);
    }

    static <E extends Enum<E>> E constant(ResultSet row, String column, Class<E> type) throws SQLException {
        return Enum.valueOf(type, Ascii.upper(row.getString(column)));
    }

    static <E extends Enum<E>> @Nullable E optionalConstant(ResultSet row, String column, Class<E> type)
            throws SQLException {
        String name = row.getString(column);
        return name == null ? null : Enum.valueOf(type, Ascii.upper(name));
    }

    /**
     * The constants of {@code type} as a list for SQL's {@code in}: rows with others were written by a later version, which
     * runs beside this one, and are none of this one's business.
     */
    static String known(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> "'" + stored(constant) + "'")
                .collect(Collectors.joining(", ", "(", ")"));
    }

    /** How a constant is stored. */
    static String stored(Enum<?> constant) {
        return Ascii.lower(constant.name());
    }

    /** How a time is given to JDBI. */
    static @Nullable OffsetDateTime utc(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC);
    }
}
