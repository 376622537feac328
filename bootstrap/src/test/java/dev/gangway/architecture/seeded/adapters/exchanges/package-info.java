/** Seeds of adapters-exchanges. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.exchanges;

import org.jspecify.annotations.NullMarked;
