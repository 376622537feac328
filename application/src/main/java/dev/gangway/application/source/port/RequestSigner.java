package dev.gangway.application.source.port;

import dev.gangway.domain.shared.Secret;

/** The primitives with which connectors sign their requests to exchanges. */
public interface RequestSigner {
    /** HMAC-SHA256 of {@code message} under the UTF-8 bytes of {@code key}; 32 bytes. */
    byte[] hmacSha256(Secret key, byte[] message);
}
