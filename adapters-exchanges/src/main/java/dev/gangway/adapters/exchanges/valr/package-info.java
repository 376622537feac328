/**
 * The exchange {@code VALR}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.valr.Valr}; {@code ValrApi} signs and sends,
 * {@code ValrConnector} opens accounts, {@code ValrHistory} asks for records, {@code ValrAccount} turns the pages,
 * {@code ValrRecords} says what each record means.
 *
 * <p>Invariants: only the exchange's own word, a code of its API, fails a key, and only once our clocks agree. History is
 * read from the newest record back, each page before the last record of the one before it, so that nothing shifts when
 * records are added meanwhile.
 */
@NullMarked
package dev.gangway.adapters.exchanges.valr;

import org.jspecify.annotations.NullMarked;
