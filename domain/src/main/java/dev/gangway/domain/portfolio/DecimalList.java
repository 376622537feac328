package dev.gangway.domain.portfolio;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decimals at nine bytes each: nearly all have at most 18 digits. The few that have more are kept as they are. */
final class DecimalList {
    /** More digits than a long can be trusted with. */
    private static final int LONG_DIGITS = 18;

    private static final byte WIDE = Byte.MIN_VALUE;

    private long[] digits;
    private byte[] scales;
    private @Nullable Map<Integer, BigDecimal> wide;
    private int size;

    DecimalList() {
        this(4);
    }

    private DecimalList(int capacity) {
        digits = new long[capacity];
        scales = new byte[capacity];
    }

    /** As many zeros. */
    static DecimalList zeros(int size) {
        DecimalList zeros = new DecimalList(size);
        zeros.size = size;
        return zeros;
    }

    int size() {
        return size;
    }

    void add(BigDecimal number) {
        if (size == digits.length) {
            digits = Arrays.copyOf(digits, Math.max(4, size + (size >> 1)));
            scales = Arrays.copyOf(scales, digits.length);
        }
        size++;
        set(size - 1, number);
    }

    void removeLast() {
        set(size - 1, BigDecimal.ZERO);
        size--;
    }

    BigDecimal get(int index) {
        if (scales[index] == WIDE && wide != null) {
            return wide.getOrDefault(index, BigDecimal.ZERO);
        }
        return BigDecimal.valueOf(digits[index], scales[index]);
    }

    void set(int index, BigDecimal number) {
        if (scales[index] == WIDE && wide != null) {
            wide.remove(index);
        }
        if (number.precision() <= LONG_DIGITS && number.scale() > WIDE && number.scale() <= Byte.MAX_VALUE) {
            digits[index] = number.unscaledValue().longValue();
            scales[index] = (byte) number.scale();
        } else {
            if (wide == null) {
                wide = new HashMap<>();
            }
            scales[index] = WIDE;
            wide.put(index, number);
        }
    }
}
