package dev.gangway.adapters.exchanges.binance;

import dev.gangway.adapters.exchanges.binance.BinancePart.Step;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Goes through the parts of one account's history. A page is what a few calls bring, most of which bring nothing. */
final class BinanceAccount implements ExchangeConnector.Account {
    private static final int MOST_CALLS = 12;
    private static final int ENOUGH = 1000;

    private final BinanceApi api;
    private final AccountReference reference;
    private final Map<BinanceStage, BinancePart> parts = new EnumMap<>(BinanceStage.class);

    BinanceAccount(BinanceApi api, ApiCredentials credentials, AccountReference reference) {
        this.api = api;
        this.reference = reference;
        for (BinanceStage stage : BinanceStage.values()) {
            BinanceEndpoint endpoint = BinanceEndpoint.of(stage);
            parts.put(
                    stage,
                    endpoint == null
                            ? new BinanceTrades(api, credentials)
                            : new BinanceWindows(api, credentials, stage, endpoint));
        }
    }

    @Override
    public AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        BinancePlace place = BinancePlace.at(cursor, api.now());
        List<LedgerTransaction> read = new ArrayList<>();
        for (int calls = 0; calls < MOST_CALLS && read.size() < ENOUGH; calls++) {
            BinanceStage stage = place.stage();
            if (stage == null) {
                break;
            }
            try {
                Step step = Objects.requireNonNull(parts.get(stage)).read(place);
                read.addAll(BinanceRecords.MAPPING.readAll(step.records()));
                place = step.place();
            } catch (ExchangeUnavailable unavailable) {
                if (calls == 0) {
                    throw unavailable;
                }
                // what the calls before it brought is kept; the next page meets the same again, or does not
                break;
            }
        }
        return new Page(once(read), place.text(), place.stage() == null);
    }

    /** A record that is told twice is one. */
    private static List<LedgerTransaction> once(List<LedgerTransaction> read) {
        Map<String, LedgerTransaction> byId = new LinkedHashMap<>();
        read.forEach(transaction -> byId.putIfAbsent(transaction.externalId(), transaction));
        return List.copyOf(byId.values());
    }
}
