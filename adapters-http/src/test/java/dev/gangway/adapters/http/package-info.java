/** The real server from outside. */
@NullMarked
package dev.gangway.adapters.http;

import org.jspecify.annotations.NullMarked;
