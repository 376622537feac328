package dev.gangway.adapters.exchanges.binance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that tells what happened in a stretch of time.
 *
 * @param type of its records
 * @param parameters that never change, empty if there are none
 * @param cost in request weight; where Binance counts by account and second, what spaces the calls out enough
 * @param from nothing of the kind is older
 * @param to nothing newer is asked for here, null for until today
 * @param longest stretch that may be asked for
 * @param limit how many records an answer holds at most
 * @param paging how the rest of a stretch is had if there are more
 * @param records the member that holds them, null if they are all the answer is
 */
record BinanceEndpoint(
        BinanceType type,
        String path,
        String parameters,
        int cost,
        Instant from,
        @Nullable Instant to,
        Duration longest,
        int limit,
        Paging paging,
        @Nullable String records) {
    /** Binance opened in July 2017. */
    static final Instant OPENING = Instant.parse("2017-07-01T00:00:00Z");

    /** Where the conversions are parted. */
    static final Instant SPLIT = Instant.parse("2022-04-01T00:00:00Z");

    private static final String FIAT_ORDERS = "/sapi/v1/fiat/orders";
    private static final String FIAT_PAYMENTS = "/sapi/v1/fiat/payments";

    /** How the rest of a stretch is had. */
    enum Paging {
        /** By how many records to leave out. */
        OFFSET,
        /** By the number of the page, from 1. */
        PAGE,
        /** Not at all: only by asking for a shorter stretch. */
        NONE
    }

    /** The endpoint of {@code stage}; null for the trades, which are told otherwise. */
    static @Nullable BinanceEndpoint of(BinanceStage stage) {
        return switch (stage) {
            case DEPOSITS -> chain(BinanceType.DEPOSIT, "/sapi/v1/capital/deposit/hisrec", 1);
            case WITHDRAWALS -> chain(BinanceType.WITHDRAWAL, "/sapi/v1/capital/withdraw/history", 10);
            case DISTRIBUTIONS ->
                new BinanceEndpoint(
                        BinanceType.DISTRIBUTION,
                        "/sapi/v1/asset/assetDividend",
                        "limit=500",
                        10,
                        OPENING,
                        null,
                        days(180),
                        500,
                        Paging.NONE,
                        "rows");
            case DUST ->
                new BinanceEndpoint(
                        BinanceType.DUST,
                        "/sapi/v1/asset/dribblet",
                        "",
                        1,
                        OPENING,
                        null,
                        days(180),
                        100,
                        Paging.NONE,
                        "userAssetDribblets");
            case OLD_CONVERSIONS -> conversions(OPENING, SPLIT.minusMillis(1));
            case CONVERSIONS -> conversions(SPLIT, null);
            case FIAT_DEPOSITS -> fiat(BinanceType.FIAT_DEPOSIT, FIAT_ORDERS, 0, 100);
            case FIAT_WITHDRAWALS -> fiat(BinanceType.FIAT_WITHDRAWAL, FIAT_ORDERS, 1, 100);
            case FIAT_BUYS -> fiat(BinanceType.FIAT_BUY, FIAT_PAYMENTS, 0, 1);
            case FIAT_SELLS -> fiat(BinanceType.FIAT_SELL, FIAT_PAYMENTS, 1, 1);
            case TRADES -> null;
        };
    }

    private static BinanceEndpoint chain(BinanceType type, String path, int cost) {
        return new BinanceEndpoint(type, path, "limit=1000", cost, OPENING, null, days(90), 1000, Paging.OFFSET, null);
    }

    private static BinanceEndpoint conversions(Instant from, @Nullable Instant to) {
        return new BinanceEndpoint(
                BinanceType.CONVERSION,
                "/sapi/v1/convert/tradeFlow",
                "limit=1000",
                10,
                from,
                to,
                days(30),
                1000,
                Paging.NONE,
                "list");
    }

    private static BinanceEndpoint fiat(BinanceType type, String path, int transactionType, int cost) {
        // one call costs half of what an account has in a minute, so all of the time at once
        return new BinanceEndpoint(
                type,
                path,
                "transactionType=" + transactionType + "&rows=500",
                cost,
                OPENING,
                null,
                days(365 * 100),
                500,
                Paging.PAGE,
                "data");
    }

    /** Less than so many days, as Binance wants it. */
    private static Duration days(int days) {
        return Duration.ofDays(days).minusMillis(1);
    }
}
