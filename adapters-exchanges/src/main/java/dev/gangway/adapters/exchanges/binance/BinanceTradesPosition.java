package dev.gangway.adapters.exchanges.binance;

/**
 * Where in the trades: {@code BTCUSDT} for the beginning of a symbol, {@code BTCUSDT:4711} for the first trade with that
 * id or a higher one, {@code BTCUSDT@1700000000000} for the search of the first trade since then.
 *
 * @param symbol the symbol; empty for the first there is
 * @param how the trades are asked for
 * @param number the id, or the milliseconds since 1970
 */
record BinanceTradesPosition(String symbol, How how, long number) {
    /** How the trades are asked for. */
    enum How {
        BEGINNING,
        BY_ID,
        SEARCH
    }

    static BinanceTradesPosition beginning(String symbol) {
        return new BinanceTradesPosition(symbol, How.BEGINNING, 0);
    }

    static BinanceTradesPosition byId(String symbol, long id) {
        return new BinanceTradesPosition(symbol, How.BY_ID, id);
    }

    static BinanceTradesPosition search(String symbol, long epochMillis) {
        return new BinanceTradesPosition(symbol, How.SEARCH, epochMillis);
    }

    /** What {@link #text} wrote; the beginning of all if it is anything else. */
    static BinanceTradesPosition of(String text) {
        int id = text.indexOf(':');
        int time = text.indexOf('@');
        try {
            if (id >= 0) {
                return byId(text.substring(0, id), number(text.substring(id + 1)));
            }
            return time >= 0 ? search(text.substring(0, time), number(text.substring(time + 1))) : beginning(text);
        } catch (NumberFormatException unreadable) {
            return beginning("");
        }
    }

    private static long number(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new NumberFormatException();
        }
        return number;
    }

    String text() {
        return switch (how) {
            case BEGINNING -> symbol;
            case BY_ID -> symbol + ":" + number;
            case SEARCH -> symbol + "@" + number;
        };
    }
}
