/**
 * Contracts: what every implementation of a port is held to, its races included. Start with {@link PersistencePorts}: an adapter
 * that stores things supplies one, over an empty store, and runs every contract that extends {@code PersistenceContract};
 * the others ask for the port itself. Invariant: a contract knows ports and the domain, never an implementation.
 */
@NullMarked
package dev.gangway.application.testkit.contract;

import org.jspecify.annotations.NullMarked;
