package dev.gangway.bootstrap.demo.sixpence.account;

import java.util.Comparator;
import java.util.List;

/**
 * One customer's account at SixpenceX.
 *
 * @param id the exchange's own reference, the same whichever key asks
 * @param keys every key that the customer ever made for it
 * @param transactions the history, kept oldest first
 */
public record Account(String id, List<ApiKey> keys, List<Transaction> transactions) {

    private static final Comparator<Transaction> OLDEST_FIRST =
            Comparator.comparing(Transaction::time).thenComparing(Transaction::id);

    public Account {
        keys = List.copyOf(keys);
        transactions = transactions.stream().sorted(OLDEST_FIRST).toList();
    }
}
