/** Seeds of adapters-crypto. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.crypto;

import org.jspecify.annotations.NullMarked;
