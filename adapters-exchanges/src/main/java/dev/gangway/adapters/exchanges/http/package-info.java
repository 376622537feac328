/**
 * The way out to an exchange that every connector takes.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.http.ExchangeHttp}. An answer of any status is an
 * {@link dev.gangway.adapters.exchanges.http.ExchangeAnswer}, for the connector to judge; everything else that can
 * happen is {@code ExchangeUnavailable}.
 *
 * <p>Invariants: no answer takes more memory or time than the limits say, redirects are never followed, and messages
 * quote neither the request nor the answer.
 */
@NullMarked
package dev.gangway.adapters.exchanges.http;

import org.jspecify.annotations.NullMarked;
