/** The port that keeps uploads until they are confirmed. */
@NullMarked
package dev.gangway.application.upload.port;

import org.jspecify.annotations.NullMarked;
