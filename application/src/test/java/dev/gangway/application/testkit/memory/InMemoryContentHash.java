package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

final class InMemoryContentHash implements ContentHash {
    private final MessageDigest digest;

    InMemoryContentHash() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
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
