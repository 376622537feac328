/** Importing sources. Start at {@link dev.gangway.application.source.ImportSource}. */
@NullMarked
package dev.gangway.application.source;

import org.jspecify.annotations.NullMarked;
