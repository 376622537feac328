/** The exchange that {@code docs/extending/exchange.md} adds: complete, small and fictional. */
@NullMarked
package dev.gangway.adapters.exchanges.example.acme;

import org.jspecify.annotations.NullMarked;
