package dev.gangway.adapters.exchanges.okx;

/**
 * An endpoint that tells a history newest first, a hundred records at a time.
 *
 * @param type of its records
 * @param query the path and the parameters that never change, ending so that a further parameter can follow
 * @param cost in tenths of a second
 * @param key the member by which it is paged: {@code after} is given one and brings what is smaller
 * @param begins whether it takes the time from which on it is to tell
 */
record OkxEndpoint(OkxType type, String query, int cost, Key key, boolean begins) {
    /** How many records an answer holds at most. */
    static final int LIMIT = 100;

    static final String FILLS = "/api/v5/trade/fills-history";
    static final String CONVERSIONS = "/api/v5/asset/convert/history";
    static final String DEPOSITS = "/api/v5/asset/deposit-history";
    static final String WITHDRAWALS = "/api/v5/asset/withdrawal-history";

    /** What a history is paged by. */
    enum Key {
        /** The number of the bill, each of which is there once. */
        BILL_ID("billId"),
        /** The time, which several records may share. */
        TIME("ts");

        private final String member;

        Key(String member) {
            this.member = member;
        }

        String member() {
            return member;
        }
    }

    /** The endpoint of {@code stage}. */
    static OkxEndpoint of(OkxStage stage) {
        return switch (stage) {
            case FILLS -> new OkxEndpoint(OkxType.FILL, FILLS + "?instType=SPOT&", 2, Key.BILL_ID, true);
            case MARGIN_FILLS -> new OkxEndpoint(OkxType.FILL, FILLS + "?instType=MARGIN&", 2, Key.BILL_ID, true);
            case CONVERSIONS -> new OkxEndpoint(OkxType.CONVERSION, CONVERSIONS + "?", 2, Key.TIME, false);
            case DEPOSITS -> new OkxEndpoint(OkxType.DEPOSIT, DEPOSITS + "?", 2, Key.TIME, false);
            case WITHDRAWALS -> new OkxEndpoint(OkxType.WITHDRAWAL, WITHDRAWALS + "?", 2, Key.TIME, false);
            case ACCOUNT_BILLS ->
                new OkxEndpoint(OkxType.ACCOUNT_BILL, "/api/v5/account/bills-archive?", 4, Key.BILL_ID, true);
            case FUNDING_BILLS ->
                new OkxEndpoint(OkxType.FUNDING_BILL, "/api/v5/asset/bills-history?", 10, Key.TIME, false);
        };
    }
}
