package dev.gangway.domain.shared;

/** The canonical form of a ULID: 26 upper-case Crockford base-32 digits, the first at most 7. */
public final class Ulid {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Ulid() {}

    /**
     * Returns {@code value} if it is {@code prefix} and a canonical ULID. Another spelling of the same ULID is refused,
     * so that an id has one form.
     *
     * @throws InvalidValue naming {@code field}
     */
    public static String checked(String field, String prefix, String value) {
        if (value.length() != prefix.length() + 26
                || !value.startsWith(prefix)
                || value.charAt(prefix.length()) > '7'
                || !Ascii.consistsOf(value, prefix.length(), c -> DIGITS.indexOf(c) >= 0)) {
            throw new InvalidValue(field, FieldError.INVALID_FORMAT, "must be " + prefix + " and a ULID");
        }
        return value;
    }
}
