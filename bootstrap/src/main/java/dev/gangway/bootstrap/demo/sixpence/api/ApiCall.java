package dev.gangway.bootstrap.demo.sixpence.api;

import java.util.Optional;

/**
 * What a {@link FaultHook} may look at.
 *
 * @param number counts the calls of the API since the exchange started, from 1
 * @param pathAndQuery exactly as sent
 * @param apiKey the X-SIX-KEY header, proved or not
 */
public record ApiCall(long number, String pathAndQuery, Optional<String> apiKey) {

    /** Whether a page of the history is asked for. */
    public boolean forTransactions() {
        return pathAndQuery.startsWith("/api/v1/transactions");
    }
}
