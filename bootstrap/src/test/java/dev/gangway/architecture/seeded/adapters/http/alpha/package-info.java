/** Half of a cycle. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.http.alpha;

import org.jspecify.annotations.NullMarked;
