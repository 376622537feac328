/** Seeded ports. */
@NullMarked
package dev.gangway.architecture.seeded.application.port;

import org.jspecify.annotations.NullMarked;
