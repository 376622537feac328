/** Seeds of the calculation over ledgers. */
@NullMarked
package dev.gangway.architecture.seeded.domain.portfolio;

import org.jspecify.annotations.NullMarked;
