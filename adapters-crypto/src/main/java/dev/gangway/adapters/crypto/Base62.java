package dev.gangway.adapters.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.zip.CRC32;

/** Letters and digits: what a double click selects whole and no shell, header or URL changes. */
final class Base62 {
    /** How many digits hold any CRC-32: 62^6 is more than 2^32. */
    static final int CHECKSUM_LENGTH = 6;

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Base62() {}

    static boolean isDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }

    /** {@code length} digits, each drawn evenly from all 62. */
    static String random(SecureRandom random, int length) {
        StringBuilder digits = new StringBuilder(length);
        byte[] bytes = new byte[length + length / 8];
        while (digits.length() < length) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && digits.length() < length; i++) {
                int digit = bytes[i] & 63;
                // 62 and 63 are thrown away: to fold them back would make two digits likelier than the others
                if (digit < DIGITS.length()) {
                    digits.append(DIGITS.charAt(digit));
                }
            }
        }
        return digits.toString();
    }

    /** The CRC-32 of the text's UTF-8 bytes. It tells a typing mistake, not a forgery. */
    static String checksum(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        long rest = crc.getValue();
        char[] digits = new char[CHECKSUM_LENGTH];
        for (int i = CHECKSUM_LENGTH - 1; i >= 0; i--) {
            digits[i] = DIGITS.charAt((int) (rest % 62));
            rest /= 62;
        }
        return new String(digits);
    }
}
