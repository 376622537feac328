package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.adapters.exchanges.binance.BinanceApi.Reading;
import dev.gangway.adapters.exchanges.binance.BinanceSymbols.Pair;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.walk.Part;
import dev.gangway.adapters.exchanges.walk.Place;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the trades, symbol by symbol in the order of their names: Binance tells them in no other way. Of each symbol the
 * first run reads all by their ids. Later ones read the newest; only where those go back less far than is needed, the
 * first trade since is searched for day by day, and its id leads on.
 */
final class BinanceTrades implements Part<BinanceStage> {
    private static final String PATH = "/api/v3/myTrades";
    private static final int COST = 20;
    private static final int LIMIT = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    private final BinanceApi api;
    private final ApiCredentials credentials;
    private @Nullable NavigableMap<String, Pair> symbols;
    private Duration stretch = DAY;

    BinanceTrades(BinanceApi api, ApiCredentials credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    @Override
    public Step<BinanceStage> read(Place<BinanceStage> place) {
        BinanceTradesPosition position = BinanceTradesPosition.of(place.position());
        Map.@Nullable Entry<String, Pair> symbol = symbols().ceilingEntry(position.symbol());
        if (symbol == null) {
            return new Step<>(List.of(), place.behind());
        }
        Instant from = place.from();
        if (!symbol.getKey().equals(position.symbol())) {
            position = BinanceTradesPosition.beginning(symbol.getKey());
        }
        return switch (position.how()) {
            case BEGINNING -> from == null ? byId(place, symbol, 0) : newest(place, symbol, from);
            case BY_ID -> byId(place, symbol, position.number());
            case SEARCH -> search(place, symbol, Instant.ofEpochMilli(position.number()));
        };
    }

    private Step<BinanceStage> byId(Place<BinanceStage> place, Map.Entry<String, Pair> symbol, long from) {
        JsonNode trades = trades(symbol, "&fromId=" + from);
        if (trades.size() < LIMIT) {
            return new Step<>(envelopes(trades, symbol, null), next(place, symbol));
        }
        long latest = -1;
        for (JsonNode trade : trades) {
            latest = Math.max(latest, id(trade));
        }
        if (latest < from) {
            throw api.unreadable("turns its pages in a circle");
        }
        BinanceTradesPosition on = BinanceTradesPosition.byId(symbol.getKey(), latest + 1);
        return new Step<>(envelopes(trades, symbol, null), place.to(on.text()));
    }

    private Step<BinanceStage> newest(Place<BinanceStage> place, Map.Entry<String, Pair> symbol, Instant from) {
        JsonNode trades = trades(symbol, "");
        boolean reachesBack = trades.size() < LIMIT;
        for (JsonNode trade : trades) {
            reachesBack |= isBefore(trade, from);
        }
        if (reachesBack) {
            return new Step<>(envelopes(trades, symbol, from), next(place, symbol));
        }
        BinanceTradesPosition search = BinanceTradesPosition.search(symbol.getKey(), from.toEpochMilli());
        return new Step<>(List.of(), place.to(search.text()));
    }

    private Step<BinanceStage> search(Place<BinanceStage> place, Map.Entry<String, Pair> symbol, Instant from) {
        Instant to = from.plus(stretch).minusMillis(1);
        JsonNode trades = trades(symbol, "&startTime=" + from.toEpochMilli() + "&endTime=" + to.toEpochMilli());
        if (trades.size() >= LIMIT && stretch.toMillis() > 1) {
            // which of the stretch's trades these are, nobody says
            stretch = Duration.ofMillis(stretch.toMillis() / 2);
            return new Step<>(List.of(), place);
        }
        stretch = DAY;
        if (trades.isEmpty()) {
            BinanceTradesPosition later = BinanceTradesPosition.search(
                    symbol.getKey(), to.plusMillis(1).toEpochMilli());
            return new Step<>(List.of(), to.isBefore(place.until()) ? place.to(later.text()) : next(place, symbol));
        }
        long first = Long.MAX_VALUE;
        for (JsonNode trade : trades) {
            first = Math.min(first, id(trade));
        }
        return new Step<>(
                List.of(),
                place.to(BinanceTradesPosition.byId(symbol.getKey(), first).text()));
    }

    private JsonNode trades(Map.Entry<String, Pair> symbol, String which) {
        String parameters =
                "symbol=" + URLEncoder.encode(symbol.getKey(), StandardCharsets.UTF_8) + "&limit=" + LIMIT + which;
        return switch (api.get(credentials, PATH, parameters, COST)) {
            case Reading.Answered answered when answered.body().isArray() -> answered.body();
            case Reading.Answered other -> throw api.unreadable("sent a page without trades");
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.NoSuchSymbol gone -> JsonNodeFactory.instance.arrayNode();
            case Reading.NoSuchPath none -> throw api.unreadable("tells no trades");
        };
    }

    private NavigableMap<String, Pair> symbols() {
        NavigableMap<String, Pair> known = symbols;
        if (known == null) {
            known = BinanceSymbols.all(api);
            symbols = known;
        }
        return known;
    }

    private Place<BinanceStage> next(Place<BinanceStage> place, Map.Entry<String, Pair> symbol) {
        String following = symbols().higherKey(symbol.getKey());
        return following == null
                ? place.behind()
                : place.to(BinanceTradesPosition.beginning(following).text());
    }

    private static List<JsonNode> envelopes(JsonNode trades, Map.Entry<String, Pair> symbol, @Nullable Instant from) {
        List<JsonNode> envelopes = new ArrayList<>();
        for (JsonNode trade : trades) {
            if (from == null || !isBefore(trade, from)) {
                envelopes.add(BinanceRecords.trade(trade, symbol.getKey(), symbol.getValue()));
            }
        }
        return envelopes;
    }

    private long id(JsonNode trade) {
        JsonNode id = trade.path("id");
        if (!id.isIntegralNumber() || !id.canConvertToLong() || id.longValue() < 0) {
            throw api.unreadable("sent a trade without an id");
        }
        return id.longValue();
    }

    private static boolean isBefore(JsonNode trade, Instant time) {
        try {
            return Fields.epochMillis(trade, "time").isBefore(time);
        } catch (InvalidValue undated) {
            return false;
        }
    }
}
