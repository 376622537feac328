package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads one part of an account's history, a call at a time. */
interface BinancePart {
    /** Reads on from {@code place}, whose stage is this part's. */
    Step read(BinancePlace place);

    /**
     * What one call brought.
     *
     * @param records as {@link BinanceRecords} wants them
     * @param place where to read on
     */
    record Step(List<JsonNode> records, BinancePlace place) {}
}
