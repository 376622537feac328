/**
 * What SixpenceX knows about its customers: accounts, API keys and histories.
 *
 * <p>Start reading at {@link dev.gangway.bootstrap.demo.sixpence.account.Account}; the demo's history comes from
 * {@link dev.gangway.bootstrap.demo.sixpence.account.SeededHistory}, and what it amounts to today is a
 * {@link dev.gangway.bootstrap.demo.sixpence.account.Portfolio}.
 *
 * <p>Invariant: amounts are decimals from end to end; the same seed always gives the same history, whose balances
 * never fall below zero.
 */
@NullMarked
package dev.gangway.bootstrap.demo.sixpence.account;

import org.jspecify.annotations.NullMarked;
