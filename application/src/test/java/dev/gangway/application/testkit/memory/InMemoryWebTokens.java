package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.domain.apikey.JwsAlgorithm;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads tokens whose header and claims are flat objects of texts without escapes, numbers and words; no others. */
final class InMemoryWebTokens implements WebTokens {
    private static final String TEXT = "\"[^\"\\\\\\x00-\\x1F]*\"";
    private static final String NUMBER = "-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?";
    private static final String MEMBER = "\\s*(" + TEXT + ")\\s*:\\s*(" + TEXT + "|" + NUMBER + "|true|false|null)\\s*";
    private static final Pattern ONE = Pattern.compile(MEMBER);
    private static final Pattern ALL = Pattern.compile("\\{(?:" + MEMBER + "(?:," + MEMBER + ")*)?\\s*}");
    private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(?:\\.[0-9]{1,30})?(?:[eE][+-]?[0-9]{1,2})?");
    private static final Set<String> REFUSED = Set.of("crit", "b64", "jwk", "jku", "x5u", "x5c", "zip", "enc");

    @Override
    public @Nullable Unverified read(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAX_LENGTH || parts.length != 3 || parts[2].isEmpty()) {
            return null;
        }
        try {
            Map<String, String> header = object(parts[0]);
            Map<String, String> claims = object(parts[1]);
            String type = header.getOrDefault("typ", "\"JWT\"");
            if (header.keySet().stream().anyMatch(REFUSED::contains) || !type.matches("\"[jJ][wW][tT]\"")) {
                return null;
            }
            String algorithm = text(header, "alg");
            return new Unverified(
                    JwsAlgorithm.named(required(algorithm)),
                    text(header, "kid"),
                    text(claims, "clientId"),
                    seconds(claims.get("iat")),
                    seconds(claims.get("exp")),
                    seconds(claims.get("nbf")),
                    (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                    Mac256.decode(parts[2]));
        } catch (IllegalArgumentException | CharacterCodingException malformed) {
            return null;
        }
    }

    private static Map<String, String> object(String part) throws CharacterCodingException {
        String json = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Mac256.decode(part)))
                .toString()
                .strip();
        if (!ALL.matcher(json).matches()) {
            throw new IllegalArgumentException("no flat object");
        }
        Map<String, String> members = new HashMap<>();
        Matcher matcher = ONE.matcher(json);
        while (matcher.find()) {
            if (members.put(matcher.group(1).replace("\"", ""), matcher.group(2)) != null) {
                throw new IllegalArgumentException("a member twice");
            }
        }
        return members;
    }

    private static String required(@Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("absent");
        }
        return value;
    }

    private static @Nullable String text(Map<String, String> members, String name) {
        String value = members.get(name);
        if (value == null) {
            return null;
        }
        if (!value.startsWith("\"")) {
            throw new IllegalArgumentException("no text");
        }
        return value.substring(1, value.length() - 1);
    }

    private static @Nullable Long seconds(@Nullable String value) {
        if (value == null) {
            return null;
        }
        if (!SECONDS.matcher(value).matches()) {
            throw new IllegalArgumentException("no time");
        }
        BigDecimal floor = new BigDecimal(value).setScale(0, RoundingMode.FLOOR);
        if (floor.abs().precision() > 12) {
            throw new IllegalArgumentException("no time that anybody lives to see");
        }
        return floor.longValueExact();
    }
}
