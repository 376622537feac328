package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every history, whatever the method. */
class CostBasisPropertiesTest {
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    private static final List<TransactionKind> KINDS = List.of(TransactionKind.values());

    static Stream<Long> seeds() {
        return IntStream.range(0, 40).mapToObj(i -> 1000L + i);
    }

    private static String at(int hour) {
        return BEGIN.plus(Duration.ofHours(hour)).toString();
    }

    private static String number(Random random, int digits) {
        return BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(digits))
                .toPlainString();
    }

    /** Anything at all. */
    private static History anything(long seed) {
        Random random = new Random(seed);
        String[] assets = {"BTC", "ETH", "USDT", "USD", "ZAR", "DOT"};
        History history = new History();
        for (int i = 0; i < 300; i++) {
            history.at(random.nextBoolean() ? History.ONE : History.OTHER);
            String received = number(random, 9) + " " + assets[random.nextInt(assets.length)];
            String sent = number(random, 9) + " " + assets[random.nextInt(assets.length)];
            String fee = random.nextBoolean() ? null : number(random, 12) + " " + assets[random.nextInt(assets.length)];
            String at = at(random.nextInt(2000));
            switch (KINDS.get(random.nextInt(KINDS.size()))) {
                case TRADE -> history.add(TransactionKind.TRADE, at, received, sent, fee);
                case DEPOSIT -> history.add(TransactionKind.DEPOSIT, at, received, null, fee);
                case REWARD -> history.add(TransactionKind.REWARD, at, received, null, fee);
                case WITHDRAWAL -> {
                    history.add(TransactionKind.WITHDRAWAL, at, null, sent, fee);
                    if (random.nextBoolean()) {
                        history.at(random.nextBoolean() ? History.ONE : History.OTHER)
                                .deposit(at, sent);
                    }
                }
                case TRANSFER ->
                    history.add(
                            TransactionKind.TRANSFER, at, i % 2 == 0 ? received : null, i % 2 == 0 ? null : sent, fee);
                case FEE -> history.fee(at, sent);
                case UNCLASSIFIED -> history.add(TransactionKind.UNCLASSIFIED, at, received, sent, fee);
            }
        }
        return history;
    }

    /** Buys and sales of one asset for one money, never more sold than bought, all of it in the end. */
    private static History soldOut(long seed) {
        Random random = new Random(seed);
        History history = new History();
        BigDecimal held = BigDecimal.ZERO;
        for (int i = 0; i < 200; i++) {
            BigDecimal some = new BigDecimal(number(random, 9));
            String money = number(random, 4) + " USD";
            String fee = random.nextInt(3) == 0 ? "0.07 USD" : null;
            if (held.signum() == 0 || random.nextInt(100) < 55) {
                history.add(TransactionKind.TRADE, at(i), some.toPlainString() + " BTC", money, fee);
                held = held.add(some);
            } else {
                BigDecimal sold = random.nextInt(10) == 0 ? held : some.min(held);
                history.add(TransactionKind.TRADE, at(i), money, sold.toPlainString() + " BTC", fee);
                held = held.subtract(sold);
            }
        }
        if (held.signum() > 0) {
            history.trade(at(1000), "12345.67 USD", held.toPlainString() + " BTC");
        }
        return history;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void quantitiesAreTheSumOfEverythingWhateverTheMethod(long seed) {
        History history = anything(seed);
        Map<AssetCode, BigDecimal> sums = new HashMap<>();
        for (LedgerEntry entry : history.entries()) {
            if (entry.kind() != TransactionKind.UNCLASSIFIED) {
                add(sums, entry.received(), 1);
                add(sums, entry.sent(), -1);
                add(sums, entry.fee(), -1);
            }
        }
        for (CostBasisMethod method : CostBasisMethod.values()) {
            Map<AssetCode, BigDecimal> held = new HashMap<>();
            history.by(method).holdings().forEach(h -> held.put(h.asset(), h.quantity()));
            sums.forEach((asset, sum) -> assertThat(held.getOrDefault(asset, BigDecimal.ZERO))
                    .as("%s by %s", asset, method)
                    .isEqualByComparingTo(sum.max(BigDecimal.ZERO)));
        }
    }

    private static void add(Map<AssetCode, BigDecimal> sums, @Nullable Amount amount, int sign) {
        if (amount != null) {
            sums.merge(amount.asset(), amount.quantity().multiply(BigDecimal.valueOf(sign)), BigDecimal::add);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theTotalGainOfWhatIsSoldOutIsTheSameByEveryMethodToTheLastDigit(long seed) {
        History history = soldOut(seed);
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal taken = BigDecimal.ZERO;
        for (LedgerEntry entry : history.entries()) {
            BigDecimal fee = entry.fee() == null ? BigDecimal.ZERO : entry.fee().quantity();
            if (entry.sent() != null && entry.sent().asset().value().equals("USD")) {
                paid = paid.add(entry.sent().quantity()).add(fee);
            } else if (entry.received() != null) {
                taken = taken.add(entry.received().quantity()).subtract(fee);
            }
        }
        for (CostBasisMethod method : CostBasisMethod.values()) {
            History.Result result = history.by(method);
            assertThat(result.cost()).as("%s", method).isEqualByComparingTo(paid);
            assertThat(result.gain()).as("%s", method).isEqualByComparingTo(taken.subtract(paid));
            assertThat(result.disposals()).allMatch(Disposal::priced);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameHoldsInACurrencyThatIsConvertedTo(long seed) {
        History history = soldOut(seed);
        // another rate each hour, with digits that no long holds
        PriceSource rates = (asset, currency, at) -> asset.value().equals("USD")
                ? new BigDecimal("17.123456789012345678").add(BigDecimal.valueOf(at.getEpochSecond() % 86_400, 5))
                : null;
        List<BigDecimal> gains = Stream.of(CostBasisMethod.values())
                .map(method -> history.by(method, rates, "ZAR"))
                .peek(result -> assertThat(result.disposals())
                        .extracting(Disposal::currency)
                        .containsOnly(History.asset("ZAR")))
                .map(History.Result::gain)
                .toList();
        assertThat(gains).hasSize(4).containsOnly(gains.getFirst());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void transfersChangeNoGainAndNoAverage(long seed) {
        History plain = soldOut(seed);
        Random random = new Random(seed);
        History moved = new History();
        BigDecimal held = BigDecimal.ZERO;
        for (LedgerEntry entry : plain.entries()) {
            String at = entry.occurredAt().toString();
            boolean buy = entry.sent() != null && entry.sent().asset().value().equals("USD");
            moved.at(History.ONE).add(entry.kind(), at, text(entry.received()), text(entry.sent()), text(entry.fee()));
            held = buy
                    ? held.add(
                            entry.received() == null
                                    ? BigDecimal.ZERO
                                    : entry.received().quantity())
                    : held.subtract(
                            entry.sent() == null
                                    ? BigDecimal.ZERO
                                    : entry.sent().quantity());
            if (held.signum() > 0 && random.nextBoolean()) {
                String part = held.divide(BigDecimal.valueOf(8)).toPlainString() + " BTC";
                if (part.length() < 30) {
                    moved.withdrawal(entry.occurredAt().plusSeconds(1).toString(), part)
                            .at(History.OTHER)
                            .deposit(entry.occurredAt().plusSeconds(60).toString(), part);
                }
            }
        }
        assertThat(moved.transfers().count()).isGreaterThan(5);
        for (CostBasisMethod method : CostBasisMethod.values()) {
            assertThat(moved.by(method).told()).isEqualTo(plain.by(method).told());
            assertThat(moved.by(method).held()).isEqualTo(plain.by(method).held());
        }
    }

    private static @Nullable String text(@Nullable Amount amount) {
        return amount == null ? null : amount.quantity().toPlainString() + " " + amount.asset();
    }

    /** Against lots in a plain list, sorted anew for each sale. */
    @ParameterizedTest
    @MethodSource("seeds")
    void eachMethodTakesTheLotsThatItsNameSays(long seed) {
        History history = soldOut(seed);
        assertThat(history.by(CostBasisMethod.FIFO).cost()).isNotNull();
        compare(history, CostBasisMethod.FIFO, lots -> 0);
        compare(history, CostBasisMethod.LIFO, lots -> lots.size() - 1);
        compare(
                history,
                CostBasisMethod.HIFO,
                lots -> IntStream.range(0, lots.size())
                        .boxed()
                        .max(Comparator.<Integer, BigDecimal>comparing(
                                        i -> Decimals.share(lots.get(i)[1], BigDecimal.ONE, lots.get(i)[2]))
                                .thenComparing(Comparator.reverseOrder()))
                        .orElseThrow());
    }

    private static void compare(History history, CostBasisMethod method, ToIntFunction<List<BigDecimal[]>> next) {
        List<BigDecimal[]> lots = new ArrayList<>();
        List<BigDecimal> costs = new ArrayList<>();
        for (LedgerEntry entry : history.entries()) {
            Amount received = entry.received();
            Amount sent = entry.sent();
            if (received == null || sent == null) {
                continue;
            }
            if (sent.asset().value().equals("USD")) {
                BigDecimal fee =
                        entry.fee() == null ? BigDecimal.ZERO : entry.fee().quantity();
                lots.add(new BigDecimal[] {received.quantity(), sent.quantity().add(fee), received.quantity()});
                continue;
            }
            BigDecimal rest = sent.quantity();
            while (rest.signum() > 0) {
                int index = next.applyAsInt(lots);
                BigDecimal[] lot = lots.get(index);
                BigDecimal taken = lot[0].min(rest);
                costs.add(Decimals.share(lot[1], taken, lot[2]));
                rest = rest.subtract(taken);
                lot[0] = lot[0].subtract(taken);
                if (lot[0].signum() == 0) {
                    lots.remove(index);
                }
            }
        }
        List<Disposal> disposals = history.by(method).disposals();
        assertThat(disposals).hasSameSizeAs(costs);
        for (int i = 0; i < costs.size(); i++) {
            BigDecimal cost = disposals.get(i).cost();
            assertThat(
                            cost == null
                                    ? BigDecimal.TEN
                                    : cost.subtract(costs.get(i)).abs())
                    .isLessThan(new BigDecimal("1e-70"));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theSameEntriesGiveTheSameAnswer(long seed) {
        for (CostBasisMethod method : CostBasisMethod.values()) {
            History.Result once = anything(seed).by(method);
            History.Result again = anything(seed).by(method);
            assertThat(again).isEqualTo(once);
        }
    }
}
