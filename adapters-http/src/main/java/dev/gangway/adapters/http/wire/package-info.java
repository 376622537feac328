/**
 * What goes over the wire, whatever the route: bodies in, answers out, cookies, media types, headers, request ids.
 * Start at {@link dev.gangway.adapters.http.wire.Call} and {@link dev.gangway.adapters.http.wire.Answer}.
 *
 * <p>Invariant: an answer is a value until it is complete, so no failure leaves half of one. Where it is too long for that,
 * it is written as it comes into being, and a failure resets the connection: half of it never looks like the whole.
 */
@NullMarked
package dev.gangway.adapters.http.wire;

import org.jspecify.annotations.NullMarked;
