package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.kraken.KrakenApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the ledger from its newest entry back to what is known. Each page asks for what is not newer than the place where
 * the page before it ended, so entries that come in meanwhile move nothing; the next walk brings them.
 */
final class KrakenAccount implements ExchangeConnector.Account {
    /** So many entries Kraken sends at most; fewer are the end, unless it counts more. */
    static final int PAGE_SIZE = 50;

    /** One page of ours takes one of Kraken's, and more only where so much happened at one moment. */
    private static final int MOST_CALLS = 200;

    private final KrakenApi api;
    private final ApiCredentials credentials;
    private final @Nullable AccountReference reference;

    KrakenAccount(KrakenApi api, ApiCredentials credentials, @Nullable AccountReference reference) {
        this.api = api;
        this.credentials = credentials;
        this.reference = reference;
    }

    @Override
    public @Nullable AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        KrakenCursor from = KrakenCursor.parse(cursor);
        KrakenWindow window = new KrakenWindow(from, api.now());
        long offset = 0;
        boolean again = false;
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            JsonNode result = ledgers(from.parameters() + "&ofs=" + offset);
            JsonNode ledger = KrakenEntry.ledger(api, result);
            List<KrakenEntry> entries = KrakenEntry.all(ledger);
            if (!again && entries.stream().anyMatch(from::excludes)) {
                // an answer to another question, such as the page before once more: only if Kraken insists is it one
                // that
                // knows no bounds, through which offsets lead as well
                again = true;
                continue;
            }
            offset += ledger.size();
            boolean news = window.add(entries);
            if (ledger.isEmpty()
                    || window.hasPassedTheKnown()
                    || (ledger.size() < PAGE_SIZE
                            && offset >= result.path("count").asLong(0))) {
                return window.last();
            }
            if (!news) {
                throw api.unreadable("turns its pages in a circle");
            }
            Page page = window.page();
            if (page != null) {
                return page;
            }
        }
        throw api.unreadable("has more entries of one moment than can be told apart");
    }

    private JsonNode ledgers(String parameters) {
        return switch (api.ledgers(credentials, parameters)) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Answered answered -> answered.result();
        };
    }
}
