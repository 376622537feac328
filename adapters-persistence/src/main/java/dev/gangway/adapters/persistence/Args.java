package dev.gangway.adapters.persistence;

import dev.gangway.domain.shared.Digest;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Named values of a {@link SqlString}, each with its type even where it is null, so that plans are kept. */
final class Args {
    private final Map<String, Value> values = new HashMap<>();

    /** Puts one value into a statement. */
    private interface Value {
        void set(PreparedStatement statement, int index) throws SQLException;
    }

    Args text(String name, @Nullable String value) {
        return put(name, (statement, index) -> statement.setString(index, value));
    }

    Args number(String name, int value) {
        return put(name, (statement, index) -> statement.setInt(index, value));
    }

    Args number(String name, long value) {
        return put(name, (statement, index) -> statement.setLong(index, value));
    }

    Args uuid(String name, UUID value) {
        return put(name, (statement, index) -> statement.setObject(index, value));
    }

    Args time(String name, @Nullable Instant value) {
        return value == null
                ? put(name, (statement, index) -> statement.setNull(index, Types.TIMESTAMP_WITH_TIMEZONE))
                : put(name, (statement, index) -> statement.setObject(index, value.atOffset(ZoneOffset.UTC)));
    }

    Args blob(String name, byte[] value) {
        return put(name, (statement, index) -> statement.setBytes(index, value));
    }

    Args digest(String name, Digest value) {
        return put(name, (statement, index) -> statement.setBytes(index, bytes(value)));
    }

    Args texts(String name, List<? extends @Nullable String> value) {
        return array(name, "varchar", value.toArray(new @Nullable String[0]));
    }

    Args digests(String name, List<Digest> value) {
        return blobs(name, value.stream().map(Args::bytes).toList());
    }

    Args blobs(String name, List<byte[]> value) {
        return array(name, "bytea", value.toArray(new byte[0][]));
    }

    private Args array(String name, String type, @Nullable Object[] value) {
        return put(
                name,
                (statement, index) ->
                        statement.setArray(index, statement.getConnection().createArrayOf(type, value)));
    }

    private Args put(String name, Value value) {
        values.put(name, value);
        return this;
    }

    /** Puts the values of {@code names}, in that order, into the statement. */
    void bind(PreparedStatement statement, List<String> names) throws SQLException {
        for (int i = 0; i < names.size(); i++) {
            Value value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalArgumentException("No value for :" + names.get(i));
            }
            value.set(statement, i + 1);
        }
    }

    /** The digest's bytes. */
    static byte[] bytes(Digest digest) {
        return HexFormat.of().parseHex(digest.hex());
    }
}
