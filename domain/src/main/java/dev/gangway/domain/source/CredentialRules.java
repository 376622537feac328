package dev.gangway.domain.source;

import java.util.Set;

/**
 * What exchanges ask of the keys that they issue.
 *
 * @param withPassphrase the exchanges whose keys come with a passphrase and are useless without
 */
public record CredentialRules(Set<ExchangeName> withPassphrase) {
    /** No exchange asks for anything but a key and its secret. */
    public static final CredentialRules PLAIN = new CredentialRules(Set.of());

    /** Copies. */
    public CredentialRules {
        withPassphrase = Set.copyOf(withPassphrase);
    }

    /** Whether a key of {@code exchange} needs a passphrase. */
    public boolean needsPassphrase(ExchangeName exchange) {
        return withPassphrase.contains(exchange);
    }
}
