package dev.gangway.adapters.crypto;

import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/**
 * Signed double submit. The field is {@code <key id>.<HMAC-SHA256>} over what it belongs to: the form and the cookie
 * before sign-in, the session afterwards. Who can plant a cookie still cannot make its field.
 */
final class HmacFormTokens implements FormTokens {
    private static final int COOKIE_BYTES = 32;
    private static final int COOKIE_LENGTH = 43;
    private static final int MAX_LENGTH = 128;

    private final KeyRingReader ring;
    private final SecureRandom random = new SecureRandom();

    HmacFormTokens(KeyRingReader ring) {
        this.ring = ring;
    }

    @Override
    public FormToken issue(String form, @Nullable String known) {
        String cookie = known != null && known.length() == COOKIE_LENGTH && isCookie(known) ? known : newCookie();
        return new FormToken(
                new OutboundSecret(cookie),
                new OutboundSecret(field(ring.active(KeyPurpose.FORMS), formMessage(form, cookie))));
    }

    private String newCookie() {
        byte[] bytes = new byte[COOKIE_BYTES];
        random.nextBytes(bytes);
        return Base64Url.encode(bytes);
    }

    @Override
    public boolean verify(String form, @Nullable String cookie, @Nullable String field) {
        return cookie != null && isCookie(cookie) && isField(field, formMessage(form, cookie));
    }

    @Override
    public OutboundSecret ofSession(Digest sessionIdHash) {
        return new OutboundSecret(field(ring.active(KeyPurpose.FORMS), sessionMessage(sessionIdHash)));
    }

    @Override
    public boolean verifySession(Digest sessionIdHash, @Nullable String field) {
        return isField(field, sessionMessage(sessionIdHash));
    }

    private static byte[] formMessage(String form, String cookie) {
        return Framed.of("gangway/form/v1", form, cookie);
    }

    private static byte[] sessionMessage(Digest sessionIdHash) {
        return Framed.of("gangway/session-form/v1", sessionIdHash.hex());
    }

    private static boolean isCookie(String cookie) {
        return cookie.length() <= MAX_LENGTH && Base64Url.isAlphabet(cookie);
    }

    private boolean isField(@Nullable String field, byte[] message) {
        int dot = field == null || field.length() > MAX_LENGTH ? -1 : field.indexOf('.');
        if (field == null || dot < 1 || !Base64Url.isAlphabet(field.substring(0, dot))) {
            return false;
        }
        RingKey key = ring.usable(KeyPurpose.FORMS, field.substring(0, dot));
        return key != null && MessageDigest.isEqual(utf8(field(key, message)), utf8(field));
    }

    private static String field(RingKey key, byte[] message) {
        return key.id() + "." + Base64Url.encode(key.key().hmacSha256(message));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
