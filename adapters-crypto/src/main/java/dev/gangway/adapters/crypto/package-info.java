/**
 * Everything that is secret, signed or hashed: the credential vault, the link signer, tokens, ids and the key rings
 * that they use; partners' tokens, public keys and published sets of keys. Start at {@link dev.gangway.adapters.crypto.CryptoAdapters}.
 *
 * <p>Invariant: no key, secret or token ever stands in a log line, an exception's message or a {@code toString}.
 */
@NullMarked
package dev.gangway.adapters.crypto;

import org.jspecify.annotations.NullMarked;
