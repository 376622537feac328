/** Half of a cycle. */
@NullMarked
package dev.gangway.architecture.seeded.application.beta;

import org.jspecify.annotations.NullMarked;
