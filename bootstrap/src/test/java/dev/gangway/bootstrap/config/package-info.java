/** What the configuration takes and refuses. */
@NullMarked
package dev.gangway.bootstrap.config;

import org.jspecify.annotations.NullMarked;
