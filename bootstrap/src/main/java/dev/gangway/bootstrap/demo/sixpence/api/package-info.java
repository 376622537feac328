/**
 * The exchange's read-only API: who the key belongs to, and the account's history page by page.
 *
 * <p>Start reading at {@link dev.gangway.bootstrap.demo.sixpence.api.ReadApi}; a request is let in by
 * {@link dev.gangway.bootstrap.demo.sixpence.api.SignedRequests}. Tests make the exchange misbehave through a
 * {@link dev.gangway.bootstrap.demo.sixpence.api.FaultHook}; the demo installs none.
 *
 * <p>Invariant: no answer depends on anything but the account that the signature proves.
 */
@NullMarked
package dev.gangway.bootstrap.demo.sixpence.api;

import org.jspecify.annotations.NullMarked;
