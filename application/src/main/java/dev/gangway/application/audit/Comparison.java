package dev.gangway.application.audit;

import dev.gangway.domain.shared.Ascii;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the string that a caller signed compares with the one that the server computed.
 *
 * @param result whether they are equal
 * @param index where they differ first, in characters from 0; 0 unless they are different
 * @param line on which line that is, from 1; 0 unless they are different
 * @param name what stands on that line, null if there should be no such line
 * @param computed what the server has around there
 * @param sent what the caller has sent around there
 */
public record Comparison(
        Result result, int index, int line, @Nullable String name, String computed, String sent) {
    /** The lines of what is signed (seed 004), and the one that a nonce adds. */
    private static final List<String> LINES = List.of("timestamp", "method", "path", "body_sha256", "nonce");

    private static final char NOT_ASCII = '\uFFFD';
    private static final int BEFORE = 16;
    private static final int AFTER = 32;
    private static final int MAX_SENT = 24_000;

    /** How two strings compare. */
    public enum Result {
        /** They are equal: the secret differs, or how the signature is made of it. */
        EQUAL,
        /** They are different. */
        DIFFERENT,
        /** What the caller sent is no Base64. */
        UNREADABLE;

        /** The name in answers. */
        public String apiName() {
            return Ascii.lower(name());
        }
    }

    /** Compares {@code canonical} with what the caller sent in Base64. */
    static Comparison of(String canonical, String base64) {
        String sent = decoded(base64);
        if (sent == null) {
            return new Comparison(Result.UNREADABLE, 0, 0, null, "", "");
        }
        if (sent.equals(canonical)) {
            return new Comparison(Result.EQUAL, 0, 0, null, "", "");
        }
        int index = 0;
        while (index < sent.length() && index < canonical.length() && sent.charAt(index) == canonical.charAt(index)) {
            index++;
        }
        // what is equal so far is the same in both; where the caller's goes on is a line of ours, or one too many
        int line = (int)
                canonical.substring(0, index).chars().filter(c -> c == '\n').count();
        return new Comparison(
                Result.DIFFERENT,
                index,
                line + 1,
                line < LINES.size() ? LINES.get(line) : null,
                around(canonical, index),
                around(sent, index));
    }

    private static String around(String text, int index) {
        String masked = Printable.masked(text);
        return Printable.of(
                masked.substring(Math.max(0, index - BEFORE), Math.min(masked.length(), index + AFTER)),
                BEFORE + AFTER);
    }

    private static @Nullable String decoded(String base64) {
        if (base64.length() > MAX_SENT) {
            return null;
        }
        try {
            byte[] bytes =
                    Base64.getDecoder().decode(base64.strip().replace('-', '+').replace('_', '/'));
            StringBuilder text = new StringBuilder(bytes.length);
            for (byte one : bytes) {
                // what is signed is ASCII: anything else differs, whatever it is
                text.append(one < 0 ? NOT_ASCII : (char) one);
            }
            return text.toString();
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }
}
