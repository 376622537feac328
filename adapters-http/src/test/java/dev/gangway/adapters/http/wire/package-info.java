/** The small parts of what goes over the wire. */
@NullMarked
package dev.gangway.adapters.http.wire;

import org.jspecify.annotations.NullMarked;
