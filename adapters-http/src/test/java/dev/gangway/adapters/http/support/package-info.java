/**
 * The real server over in-memory ports. Start at {@link dev.gangway.adapters.http.support.Site}, which holds every answer
 * against the API's description and the standing headers.
 */
@NullMarked
package dev.gangway.adapters.http.support;

import org.jspecify.annotations.NullMarked;
