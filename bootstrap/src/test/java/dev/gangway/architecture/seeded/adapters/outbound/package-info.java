/** Seeds of adapters-outbound. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.outbound;

import org.jspecify.annotations.NullMarked;
