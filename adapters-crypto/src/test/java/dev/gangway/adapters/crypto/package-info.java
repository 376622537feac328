/** Crypto, attacked. */
@NullMarked
package dev.gangway.adapters.crypto;

import org.jspecify.annotations.NullMarked;
