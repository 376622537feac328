/** Half of a cycle. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.http.beta;

import org.jspecify.annotations.NullMarked;
