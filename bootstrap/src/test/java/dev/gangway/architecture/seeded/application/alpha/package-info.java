/** Half of a cycle. */
@NullMarked
package dev.gangway.architecture.seeded.application.alpha;

import org.jspecify.annotations.NullMarked;
