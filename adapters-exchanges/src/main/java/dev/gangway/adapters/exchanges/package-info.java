/**
 * Connectors to the exchanges, one package each, on {@code java.net.http} and Jackson only.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.ExchangeAdapters}, which hands out every connector there is;
 * {@code sixpence} is the one to copy for the next exchange, {@code http} the way out that all of them share.
 *
 * <p>Invariants: a connector reads and never writes, calls the one host that it was given, and follows no redirect.
 * What an exchange answers is bounded in size and time and believed in nothing. No credential gets into a message.
 */
@NullMarked
package dev.gangway.adapters.exchanges;

import org.jspecify.annotations.NullMarked;
