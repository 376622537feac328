/** The port of repeated calls: who has one in hand, and what was answered. */
@NullMarked
package dev.gangway.application.idempotency.port;

import org.jspecify.annotations.NullMarked;
