/** What the use cases of several features share. */
@NullMarked
package dev.gangway.application.shared;

import org.jspecify.annotations.NullMarked;
