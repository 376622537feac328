package dev.gangway.bootstrap.demo.sixpence.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a history amounts to at the prices of one day.
 *
 * @param holdings the balances that are not zero, the most valuable first
 * @param total the value of all of them in rand
 */
public record Portfolio(List<Holding> holdings, BigDecimal total) {

    /** A balance and its worth in rand. */
    public record Holding(Market asset, BigDecimal balance, BigDecimal price, BigDecimal value) {

        /** The share of a whole in thousandths. */
        public int permille(BigDecimal total) {
            return total.signum() == 0
                    ? 0
                    : value.movePointRight(3)
                            .divide(total, 0, RoundingMode.HALF_UP)
                            .intValueExact();
        }
    }

    /** The balances after the whole history, at the prices of its last day. */
    public static Portfolio of(List<Transaction> history) {
        return at(
                history,
                history.isEmpty() ? LocalDate.EPOCH : day(history.getLast().time()));
    }

    /** The value in rand every week of the history and on its last day, for a chart. */
    public static List<BigDecimal> weeklyTotals(List<Transaction> history) {
        if (history.isEmpty()) {
            return List.of();
        }
        LocalDate last = day(history.getLast().time());
        return Stream.concat(day(history.getFirst().time()).datesUntil(last, Period.ofWeeks(1)), Stream.of(last))
                .map(day -> at(history, day).total())
                .toList();
    }

    private static Portfolio at(List<Transaction> history, LocalDate day) {
        Map<Market, BigDecimal> balances = new EnumMap<>(Market.class);
        history.stream()
                .takeWhile(transaction -> !day(transaction.time()).isAfter(day))
                .flatMap(transaction -> transaction.changes().stream())
                .forEach(change -> balances.merge(Market.valueOf(change.asset()), change.delta(), BigDecimal::add));
        List<Holding> holdings = new ArrayList<>();
        balances.forEach((asset, balance) -> {
            if (balance.signum() != 0) {
                BigDecimal price = asset.price(day);
                BigDecimal value = balance.multiply(price).setScale(2, RoundingMode.HALF_EVEN);
                holdings.add(new Holding(asset, balance, price, value));
            }
        });
        holdings.sort(Comparator.comparing(Holding::value).reversed());
        BigDecimal total = holdings.stream().map(Holding::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Portfolio(List.copyOf(holdings), total);
    }

    private static LocalDate day(Instant time) {
        return time.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
