package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.domain.shared.InvalidValue;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The symbols of the spot market, those that are traded no more included. */
final class BinanceSymbols {
    private static final int COST = 20;

    private BinanceSymbols() {}

    /** The two assets of a symbol. */
    record Pair(String base, String quote) {}

    /** By name. Asked for by status, for all at once are more than an answer should hold. */
    static NavigableMap<String, Pair> all(BinanceApi api) {
        NavigableMap<String, Pair> symbols = new TreeMap<>();
        for (String status : new String[] {"TRADING", "HALT", "BREAK"}) {
            JsonNode told = api.get("/api/v3/exchangeInfo?showPermissionSets=false&symbolStatus=" + status, COST)
                    .path("symbols");
            if (!told.isArray()) {
                throw api.unreadable("did not say what is traded");
            }
            for (JsonNode symbol : told) {
                try {
                    symbols.put(
                            Fields.text(symbol, "symbol"),
                            new Pair(Fields.text(symbol, "baseAsset"), Fields.text(symbol, "quoteAsset")));
                } catch (InvalidValue incomplete) {
                    throw api.unreadable("did not say what is traded");
                }
            }
        }
        return symbols;
    }
}
