/** The ports of importing: exchanges, the vault, and the writes of a run. */
@NullMarked
package dev.gangway.application.source.port;

import org.jspecify.annotations.NullMarked;
