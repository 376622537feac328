/** Ports that every feature needs. Implemented by adapters; in-memory ones live in the testkit. */
@NullMarked
package dev.gangway.application.shared.port;

import org.jspecify.annotations.NullMarked;
