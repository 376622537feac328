package dev.gangway.adapters.crypto;

import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Tokens from {@link SecureRandom}, stored as their SHA-256: with 256 random bits in each no slower hash is needed. */
final class SecureRandomTokens implements RandomTokens {
    private static final int BYTES = 32;

    private final BearerTokenFormat format;
    private final SecureRandom random = new SecureRandom();

    SecureRandomTokens(BearerTokenFormat format) {
        this.format = format;
    }

    @Override
    public OutboundSecret next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OutboundSecret(Base64Url.encode(bytes));
    }

    @Override
    public OutboundSecret nextBearerToken() {
        return new OutboundSecret(format.make(random));
    }

    @Override
    public Form formOf(Secret token) {
        return format.of(token);
    }

    @Override
    public Digest hash(Secret token) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(StandardCharsets.UTF_8));
            return new Digest(HexFormat.of().formatHex(hash));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }
}
