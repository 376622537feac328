package dev.gangway.adapters.crypto;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The header and the claims of a redirect token. Both are made by us alone, so they are read as what they are, one fixed
 * text around a few values: another order, blank, escape, member or type is not ours.
 */
final class LinkText {
    /** Whom the token is for; no other token of Gangway's names it. */
    private static final String AUDIENCE = "gangway/redirect";

    private static final Pattern HEADER = Pattern.compile("\\{\"alg\":\"HS256\",\"kid\":\"([A-Za-z0-9_-]{1,32})\"}");
    private static final String SECONDS = "(?:0|[1-9][0-9]{0,11})";
    private static final Pattern CLAIMS = Pattern.compile("\\{\"jti\":\"([A-Za-z0-9_-]{22,128})\",\"iat\":" + SECONDS
            + ",\"exp\":" + SECONDS + ",\"aud\":\"" + AUDIENCE + "\"}");

    private LinkText() {}

    static String header(String keyId) {
        return "{\"alg\":\"HS256\",\"kid\":\"" + keyId + "\"}";
    }

    /** The {@code kid}, or null if the header is not one of ours. */
    static @Nullable String keyIdIn(String header) {
        Matcher matcher = HEADER.matcher(header);
        return matcher.matches() ? matcher.group(1) : null;
    }

    static String claims(String id, long issuedAt, long expiresAt) {
        return "{\"jti\":\"" + id + "\",\"iat\":" + issuedAt + ",\"exp\":" + expiresAt + ",\"aud\":\"" + AUDIENCE
                + "\"}";
    }

    /** The {@code jti}, or null if the claims are not those of a link. */
    static @Nullable String idIn(String claims) {
        Matcher matcher = CLAIMS.matcher(claims);
        return matcher.matches() ? matcher.group(1) : null;
    }
}
