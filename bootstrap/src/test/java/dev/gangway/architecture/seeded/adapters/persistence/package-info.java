/** Seeds of adapters-persistence. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.persistence;

import org.jspecify.annotations.NullMarked;
