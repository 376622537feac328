package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of the ledger leads on to; paths of our own.
 *
 * @param older the next page, null if this is the last
 * @param latest the first page, null if this is it
 * @param download the same transactions as a file
 */
public record LedgerLinks(@Nullable String older, @Nullable String latest, String download) {}
