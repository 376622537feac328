package dev.gangway.application.testkit.memory;

import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.shared.Secret;

final class InMemoryRequestSigner implements RequestSigner {
    @Override
    public byte[] hmacSha256(Secret key, byte[] message) {
        return new Mac256(key.reveal()).of(message);
    }
}
