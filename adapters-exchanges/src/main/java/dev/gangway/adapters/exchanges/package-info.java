/**
 * Connectors to the exchanges, one package each, on {@code java.net.http} and Jackson only.
 */
@NullMarked
package dev.gangway.adapters.exchanges;

import org.jspecify.annotations.NullMarked;
