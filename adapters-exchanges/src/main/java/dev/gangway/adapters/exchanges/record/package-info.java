/**
 * From an exchange's records to ledger transactions, as far as all exchanges are alike.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.record.RecordMapping}; an exchange says what its records mean
 * with a {@link dev.gangway.adapters.exchanges.record.RecordMeaning} and reads their members with
 * {@link dev.gangway.adapters.exchanges.record.Fields}.
 *
 * <p>Invariants: whatever an exchange sends becomes a transaction that every database keeps. What is not understood to the
 * last member is {@code unclassified}, with its text, for a better mapper to read again.
 */
@NullMarked
package dev.gangway.adapters.exchanges.record;

import org.jspecify.annotations.NullMarked;
