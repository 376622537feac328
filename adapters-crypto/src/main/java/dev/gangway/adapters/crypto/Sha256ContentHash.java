package dev.gangway.adapters.crypto;

import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The platform's SHA-256. */
final class Sha256ContentHash implements ContentHash {
    private final MessageDigest digest;

    Sha256ContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("This Java has no SHA-256", missing);
        }
    }

    @Override
    public void add(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
    }

    @Override
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
