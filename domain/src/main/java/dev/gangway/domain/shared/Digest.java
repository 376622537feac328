package dev.gangway.domain.shared;

/**
 * A 256-bit hash as 64 lower-case hexadecimal digits: what is stored in place of a token, a link's id, a session's id
 * or an API key.
 */
public record Digest(String hex) {
    /** Checks the form. */
    public Digest {
        if (hex.length() != 64 || !Ascii.consistsOf(hex, 0, c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
            throw new InvalidValue("digest", FieldError.INVALID_FORMAT, "must be 64 lower-case hexadecimal digits");
        }
    }
}
