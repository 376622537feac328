package dev.gangway.domain.source;

import dev.gangway.domain.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A user's read-only key at an exchange, opened. It exists between the request and the vault, and in a worker for the
 * length of one run.
 *
 * @param apiKey the key's name or public half
 * @param apiSecret its secret, which may be a PEM key with line breaks
 * @param passphrase a third credential where the exchange has one
 */
public record ApiCredentials(
        Secret apiKey, Secret apiSecret, @Nullable Secret passphrase) {}
