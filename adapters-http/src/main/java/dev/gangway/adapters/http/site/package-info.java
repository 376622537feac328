/** What anybody may see: the front page, static files, the API's description. Start at {@code SiteRoutes}. */
@NullMarked
package dev.gangway.adapters.http.site;

import org.jspecify.annotations.NullMarked;
