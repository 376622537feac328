package dev.gangway.domain.portfolio;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Decimals at nine bytes each: nearly all have at most 18 digits. The few that have more are kept as they are.
 */
final class DecimalList {
    /** More digits than a long can be trusted with. */
    private static final int LONG_DIGITS = 18;

    private static final byte WIDE = Byte.MIN_VALUE;

    private long[] digits = new long[16];
    private byte[] scales = new byte[16];
    private final Map<Integer, BigDecimal> wide = new HashMap<>();
    private int size;

    /** As many zeros. */
    static DecimalList zeros(int size) {
        DecimalList zeros = new DecimalList();
        zeros.digits = new long[size];
        zeros.scales = new byte[size];
        zeros.size = size;
        return zeros;
    }

    int size() {
        return size;
    }

    void add(BigDecimal number) {
        if (size == digits.length) {
            digits = Arrays.copyOf(digits, Math.max(16, size + (size >> 1)));
            scales = Arrays.copyOf(scales, digits.length);
        }
        size++;
        set(size - 1, number);
    }

    BigDecimal get(int index) {
        if (scales[index] == WIDE) {
            return wide.getOrDefault(index, BigDecimal.ZERO);
        }
        return BigDecimal.valueOf(digits[index], scales[index]);
    }

    void set(int index, BigDecimal number) {
        if (scales[index] == WIDE) {
            wide.remove(index);
        }
        if (number.precision() <= LONG_DIGITS && number.scale() > WIDE && number.scale() <= Byte.MAX_VALUE) {
            digits[index] = number.unscaledValue().longValue();
            scales[index] = (byte) number.scale();
        } else {
            scales[index] = WIDE;
            wide.put(index, number);
        }
    }
}
