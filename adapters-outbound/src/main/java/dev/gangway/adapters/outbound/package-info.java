/**
 * Calls to addresses that partners name. Start at {@link dev.gangway.adapters.outbound.OutboundAdapters}. Whatever is named,
 * nothing but the public internet is connected to: the address that was checked is the address of the connection.
 */
@NullMarked
package dev.gangway.adapters.outbound;

import org.jspecify.annotations.NullMarked;
