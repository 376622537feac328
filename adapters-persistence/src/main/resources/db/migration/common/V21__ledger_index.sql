-- The report once read a user's latest transactions by it. They come page by page of each source now, and every import paid for it.
drop index if exists ledger_transactions_latest;
