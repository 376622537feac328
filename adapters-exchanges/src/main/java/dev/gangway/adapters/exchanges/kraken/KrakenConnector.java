package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.kraken.KrakenApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import org.jspecify.annotations.Nullable;

/**
 * Opens accounts. Kraken tells nobody what a key may do, nor what account it is of. That nothing is called but what reads
 * is all the proof there is; and an account is known by its oldest ledger entry, which is the same for each of its keys and
 * never changes. Before there is one, it is known by the key.
 */
final class KrakenConnector implements ExchangeConnector {
    /** So often the end of the ledger is looked for while it moves. */
    private static final int MOST_LOOKS = 3;

    private static final int LONGEST_ID = 100;

    private final KrakenApi api;

    KrakenConnector(KrakenApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Kraken.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.ledgers(credentials, "&ofs=0")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Answered answered -> open(credentials, answered.result());
        };
    }

    @Override
    public int mapperVersion() {
        return KrakenRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return KrakenRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode newest) {
        JsonNode page = newest;
        long at = 0;
        for (int looks = 0; looks < MOST_LOOKS && !isEnd(page, at) && count(page) > 0; looks++) {
            // newest first: the last of them all is the oldest
            at = count(page) - 1;
            switch (api.ledgers(credentials, "&ofs=" + at)) {
                case Reading.Refused refused -> {
                    return new Opening.Refused(refused.reason());
                }
                case Reading.Answered answered -> page = answered.result();
            }
        }
        KrakenEntry oldest = isEnd(page, at) ? oldest(page) : null;
        return new Opening.Opened(new KrakenAccount(api, credentials, reference(oldest)));
    }

    private boolean isEnd(JsonNode page, long at) {
        int size = KrakenEntry.ledger(api, page).size();
        return size < KrakenAccount.PAGE_SIZE && at + size >= count(page);
    }

    /** How many entries there are, zero if Kraken does not say. */
    private static long count(JsonNode page) {
        return page.path("count").asLong(0);
    }

    private @Nullable KrakenEntry oldest(JsonNode page) {
        return KrakenEntry.all(KrakenEntry.ledger(api, page)).stream()
                .filter(entry -> !entry.id().isBlank() && entry.id().length() <= LONGEST_ID)
                .min(KrakenEntry.OLDEST_FIRST)
                .orElse(null);
    }

    /** Null for an account in which nothing has happened yet. */
    private static @Nullable AccountReference reference(@Nullable KrakenEntry oldest) {
        return oldest == null ? null : new AccountReference("ledger:" + oldest.id());
    }
}
