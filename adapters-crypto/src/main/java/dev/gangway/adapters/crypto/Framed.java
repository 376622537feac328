package dev.gangway.adapters.crypto;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Several texts as bytes, each behind its length, so that no two lists of texts ever look alike: {@code ab, c} is not
 * {@code a, bc}, and an absent text is not an empty one.
 */
final class Framed {
    private static final int ABSENT = -1;

    private Framed() {}

    /** The bytes of {@code texts}, of which null stands for an absent one. */
    static byte[] of(@Nullable String... texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        for (String text : texts) {
            byte[] bytes = text == null ? new byte[0] : utf8(text);
            out.writeBytes(ByteBuffer.allocate(Integer.BYTES)
                    .putInt(text == null ? ABSENT : bytes.length)
                    .array());
            out.writeBytes(bytes);
        }
        return out.toByteArray();
    }

    /** The {@code count} texts in {@code bytes}, or null if {@link #of} did not make them. */
    static @Nullable String @Nullable [] read(byte[] bytes, int count) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        @Nullable String[] texts = new @Nullable String[count];
        for (int i = 0; i < count; i++) {
            if (in.remaining() < Integer.BYTES) {
                return null;
            }
            int length = in.getInt();
            if (length == ABSENT) {
                continue;
            }
            if (length < 0 || length > in.remaining()) {
                return null;
            }
            texts[i] = new String(bytes, in.position(), length, StandardCharsets.UTF_8);
            in.position(in.position() + length);
        }
        return in.hasRemaining() ? null : texts;
    }

    /** Refuses what {@link String#getBytes} would silently change: half of a surrogate pair. */
    private static byte[] utf8(String text) {
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8
                    .newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException loneSurrogate) {
            throw new IllegalArgumentException("A text with half of a surrogate pair has no UTF-8", loneSurrogate);
        }
    }
}
