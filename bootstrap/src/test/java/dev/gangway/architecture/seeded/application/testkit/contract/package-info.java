/** The seeded contract. */
@NullMarked
package dev.gangway.architecture.seeded.application.testkit.contract;

import org.jspecify.annotations.NullMarked;
