/**
 * The exchange {@code OKX}.
 *
 * <p>Start reading at {@link dev.gangway.adapters.exchanges.okx.Okx}; {@code OkxApi} signs and sends, {@code OkxConnector}
 * opens accounts, which are read in the parts that {@code OkxStage} names, all of them newest first by {@code OkxPages}.
 * {@code OkxBills} takes those bills out that belong to what another part tells better. {@code OkxRecords} and
 * {@code OkxBillRecords} say what each record means.
 *
 * <p>Invariants: only the exchange's own word, a code of its API, fails a key; a bill is left out only when what it belongs
 * to has been seen.
 */
@NullMarked
package dev.gangway.adapters.exchanges.okx;

import org.jspecify.annotations.NullMarked;
