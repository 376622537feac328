/**
 * Every port in memory, for tests of use cases, of pages and of whoever embeds the core. Start with {@code InMemoryStore} and
 * {@code InMemoryCrypto}. Invariant: each class runs the contract that the real adapters run.
 */
@NullMarked
package dev.gangway.application.testkit.memory;

import org.jspecify.annotations.NullMarked;
