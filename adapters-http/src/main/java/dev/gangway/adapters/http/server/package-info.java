/**
 * What ties the routes to Jetty and Javalin: what every answer carries, errors that no route saw, the access log. Start
 * at {@link dev.gangway.adapters.http.server.Dispatcher}.
 *
 * <p>Invariant: no answer leaves without the contract's headers, whoever wrote it.
 */
@NullMarked
package dev.gangway.adapters.http.server;

import org.jspecify.annotations.NullMarked;
