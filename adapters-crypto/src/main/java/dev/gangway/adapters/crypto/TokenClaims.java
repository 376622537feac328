package dev.gangway.adapters.crypto;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The claims that Gangway reads (RFC 7519, 4.1), each of its own type or absent; others are nobody's business.
 *
 * @param clientId null if absent
 * @param issuedAt seconds since 1970, rounded down; null if absent
 * @param expiresAt likewise
 * @param notBefore likewise
 */
record TokenClaims(
        @Nullable String clientId,
        @Nullable Long issuedAt,
        @Nullable Long expiresAt,
        @Nullable Long notBefore) {
    /** Numbers of at most 12 digits before the point; an exponent of two digits cannot make a number huge. */
    private static final Pattern SECONDS =
            Pattern.compile("-?(?:0|[1-9][0-9]{0,11})(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?");

    private static final BigDecimal MAX = BigDecimal.valueOf(1_000_000_000_000L);

    /** The claims in these bytes, or null if one of them is of another type. */
    static @Nullable TokenClaims read(byte[] utf8) {
        Map<String, Object> members = JsonText.object(utf8);
        if (members == null || !(isAbsentOr(members, "clientId", String.class))) {
            return null;
        }
        for (String time : new String[] {"iat", "exp", "nbf"}) {
            if (members.containsKey(time) && seconds(members.get(time)) == null) {
                return null;
            }
        }
        return new TokenClaims(
                (String) members.get("clientId"),
                seconds(members.get("iat")),
                seconds(members.get("exp")),
                seconds(members.get("nbf")));
    }

    private static boolean isAbsentOr(Map<String, Object> members, String name, Class<?> type) {
        return !members.containsKey(name) || type.isInstance(members.get(name));
    }

    private static @Nullable Long seconds(@Nullable Object value) {
        if (!(value instanceof JsonText.NumberText number)
                || !SECONDS.matcher(number.text()).matches()) {
            return null;
        }
        BigDecimal floor = new BigDecimal(number.text()).setScale(0, RoundingMode.FLOOR);
        return floor.abs().compareTo(MAX) < 0 ? floor.longValueExact() : null;
    }
}
