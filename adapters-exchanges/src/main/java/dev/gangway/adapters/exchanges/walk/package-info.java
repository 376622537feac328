/**
 * Going through a history that an exchange tells in parts: by kind of record, each with an endpoint of its own.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.walk.HistoryInParts}; {@code StagedAccount} goes through the
 * {@link dev.gangway.adapters.exchanges.walk.Part}s one after the other, {@link dev.gangway.adapters.exchanges.walk.Place}
 * is how far it has come, and as text the cursor.
 *
 * <p>Invariants: a run can resume at each cursor; what a run could not read, or has left because it may still change, the
 * next one reads.
 */
@NullMarked
package dev.gangway.adapters.exchanges.walk;

import org.jspecify.annotations.NullMarked;
