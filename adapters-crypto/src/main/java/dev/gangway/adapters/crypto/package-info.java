/**
 * Everything that is secret, signed or hashed: the credential vault, the link signer, token hashes and verifiers.
 */
@NullMarked
package dev.gangway.adapters.crypto;

import org.jspecify.annotations.NullMarked;
