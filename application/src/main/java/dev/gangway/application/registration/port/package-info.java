/** The ports of registration: one snapshot, one record. */
@NullMarked
package dev.gangway.application.registration.port;

import org.jspecify.annotations.NullMarked;
