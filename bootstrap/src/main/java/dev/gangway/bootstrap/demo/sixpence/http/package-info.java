/**
 * The little that the API and the site share on top of the JDK's HTTP server: an
 * {@link dev.gangway.bootstrap.demo.sixpence.http.Answer} as a value, the
 * {@link dev.gangway.bootstrap.demo.sixpence.http.Front} that sends it, and the
 * {@link dev.gangway.bootstrap.demo.sixpence.http.LoopbackGuard} in front of both.
 *
 * <p>Invariant: a page of a foreign site can neither read from this server nor post to it.
 */
@NullMarked
package dev.gangway.bootstrap.demo.sixpence.http;

import org.jspecify.annotations.NullMarked;
