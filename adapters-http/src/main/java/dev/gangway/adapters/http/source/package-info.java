/**
 * What a person can do with their sources: refresh one, replace its key. Start at
 * {@link dev.gangway.adapters.http.source.RefreshRoutes}. Nobody reaches a source of another person's.
 */
@NullMarked
package dev.gangway.adapters.http.source;

import org.jspecify.annotations.NullMarked;
