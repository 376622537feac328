/**
 * SixpenceX, the fictional exchange of the demo: an exchange with a signed, read-only API, and at the same time the
 * partner whose customers press "Get your tax report".
 *
 * <p>Start reading at {@link dev.gangway.bootstrap.demo.sixpence.SixpenceExchange}, which puts the parts on one
 * loopback server: {@code account} (who has which keys and which history), {@code api} (what an exchange connector
 * calls), {@code site} (what a customer sees) and {@code http} (the few things that both need).
 *
 * <p>Invariant: SixpenceX is somebody else's company. Nothing in here uses a class of Gangway, and Gangway reaches it
 * over HTTP alone, so that the demo and the tests prove the real thing: what the exchange checks, it computes itself.
 */
@NullMarked
package dev.gangway.bootstrap.demo.sixpence;

import org.jspecify.annotations.NullMarked;
