package dev.gangway.bootstrap.demo.sixpence.account;

import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Amount;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Movement;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Reason;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Side;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Trade;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * The made-up life of a patient saver: pays in rand every month, buys a little of everything, stakes some of it, sells
 * and withdraws now and then. The same seed gives the same history to the last digit, on every machine.
 */
public final class SeededHistory {

    private static final YearMonth FIRST_MONTH = YearMonth.of(2024, 3);
    private static final BigDecimal TRADING_FEE = new BigDecimal("0.0025");
    private static final BigDecimal ETH_REWARD = new BigDecimal("0.00134761904203");
    private static final BigDecimal SOL_REWARD = new BigDecimal("0.00261538461");

    private final long seed;
    private final Random random;
    private final Map<Market, BigDecimal> balances = new EnumMap<>(Market.class);
    private final List<Transaction> history = new ArrayList<>();

    private SeededHistory(long seed) {
        this.seed = seed;
        // Not SplittableRandom or SecureRandom: the algorithm of Random is part of its specification.
        this.random = new Random(seed);
    }

    /** The first {@code count} transactions of the customer that the seed stands for, oldest first. */
    public static List<Transaction> of(long seed, int count) {
        SeededHistory life = new SeededHistory(seed);
        for (YearMonth month = FIRST_MONTH; life.history.size() < count; month = month.plusMonths(1)) {
            life.live(month);
        }
        return List.copyOf(life.history.subList(0, count));
    }

    /** Something that the customer means to do; it does not happen when the balance does not allow it. */
    private interface Intention {
        Optional<Transaction> attempt(String id, Instant time);
    }

    private record Planned(Instant time, Intention intention) {}

    private void live(YearMonth month) {
        List<Planned> plans = new ArrayList<>();
        plan(plans, month, 1, deposit(9_000, 4_000));
        if (random.nextInt(10) < 4) {
            plan(plans, month, 15, deposit(1_500, 3_000));
        }
        for (int day = 3; day <= 24; day += 7) {
            plan(plans, month, day, buy(Market.BTC, 900, 1_600));
        }
        plan(plans, month, 6, buy(Market.ETH, 800, 1_700));
        plan(plans, month, 20, buy(Market.ETH, 800, 1_700));
        plan(plans, month, 12, buy(Market.SOL, 400, 900));
        if (random.nextInt(2) == 0) {
            plan(plans, month, 26, buy(Market.USDT, 500, 1_500));
        }
        if (random.nextInt(10) < 4) {
            List<Market> sellable = List.of(Market.BTC, Market.ETH, Market.SOL, Market.USDT);
            plan(plans, month, 17, sell(sellable.get(random.nextInt(sellable.size()))));
        }
        plan(plans, month, 10, reward(Market.ETH, ETH_REWARD));
        plan(plans, month, 25, reward(Market.ETH, ETH_REWARD));
        plan(plans, month, 11, reward(Market.SOL, SOL_REWARD));
        plan(plans, month, 27, subscription());
        if (month.getMonthValue() % 4 == 0) {
            plan(plans, month, 22, withdraw(Market.ZAR, new BigDecimal("1500.00"), new BigDecimal("8.50")));
        }
        if (month.getMonthValue() % 6 == 5) {
            plan(plans, month, 14, withdraw(Market.BTC, new BigDecimal("0.00400000"), new BigDecimal("0.00012000")));
        }
        plans.sort(Comparator.comparing(Planned::time));
        plans.forEach(this::attempt);
    }

    private void plan(List<Planned> plans, YearMonth month, int day, Intention intention) {
        Instant time = month.atDay(day)
                .atTime(
                        6 + random.nextInt(14),
                        random.nextInt(60),
                        random.nextInt(60),
                        random.nextInt(1000) * 1_000_000)
                .toInstant(ZoneOffset.UTC);
        plans.add(new Planned(time, intention));
    }

    private void attempt(Planned plan) {
        String id = String.format(Locale.ROOT, "SIX-TX-%06d%06d", seed, history.size() + 1);
        plan.intention().attempt(id, plan.time()).filter(this::affordable).ifPresent(this::book);
    }

    private boolean affordable(Transaction transaction) {
        Map<Market, BigDecimal> after = new EnumMap<>(balances);
        apply(transaction, after);
        return after.values().stream().noneMatch(balance -> balance.signum() < 0);
    }

    private void book(Transaction transaction) {
        apply(transaction, balances);
        history.add(transaction);
    }

    private static void apply(Transaction transaction, Map<Market, BigDecimal> balances) {
        transaction
                .changes()
                .forEach(change -> balances.merge(Market.valueOf(change.asset()), change.delta(), BigDecimal::add));
    }

    private Intention deposit(int least, int spread) {
        BigDecimal rand = BigDecimal.valueOf((least + random.nextInt(spread)) / 250 * 250L)
                .setScale(2);
        return (id, time) -> movement(id, time, Reason.DEPOSIT, amount(Market.ZAR, rand), Optional.empty());
    }

    private Intention subscription() {
        BigDecimal rand = new BigDecimal("49.00");
        return (id, time) -> movement(id, time, Reason.FEE, amount(Market.ZAR, rand), Optional.empty());
    }

    private Intention withdraw(Market asset, BigDecimal value, BigDecimal fee) {
        return (id, time) ->
                movement(id, time, Reason.WITHDRAWAL, amount(asset, value), Optional.of(amount(asset, fee)));
    }

    private Intention reward(Market asset, BigDecimal rate) {
        return (id, time) -> {
            BigDecimal value = balance(asset).multiply(rate).setScale(asset.decimals(), RoundingMode.DOWN);
            return value.signum() == 0
                    ? Optional.empty()
                    : movement(id, time, Reason.REWARD, amount(asset, value), Optional.empty());
        };
    }

    private Intention buy(Market asset, int least, int spread) {
        BigDecimal rand = BigDecimal.valueOf(least * 100L + random.nextInt(spread * 100), 2);
        boolean feeInBase = random.nextInt(5) == 0;
        return (id, time) -> {
            BigDecimal bought = rand.divide(price(asset, time), asset.decimals(), RoundingMode.DOWN);
            Amount fee = feeInBase ? fee(asset, bought) : fee(Market.ZAR, rand);
            return Optional.of(new Trade(id, time, Side.BUY, amount(asset, bought), amount(Market.ZAR, rand), fee));
        };
    }

    private Intention sell(Market asset) {
        BigDecimal share = BigDecimal.valueOf(5L + random.nextInt(16), 2);
        return (id, time) -> {
            BigDecimal sold = balance(asset).multiply(share).setScale(asset.decimals(), RoundingMode.DOWN);
            BigDecimal rand = sold.multiply(price(asset, time)).setScale(2, RoundingMode.DOWN);
            return rand.signum() == 0
                    ? Optional.empty()
                    : Optional.of(new Trade(
                            id, time, Side.SELL, amount(asset, sold), amount(Market.ZAR, rand), fee(Market.ZAR, rand)));
        };
    }

    private BigDecimal balance(Market asset) {
        return balances.getOrDefault(asset, BigDecimal.ZERO);
    }

    private static BigDecimal price(Market asset, Instant time) {
        return asset.price(time.atZone(ZoneOffset.UTC).toLocalDate());
    }

    private static Optional<Transaction> movement(
            String id, Instant time, Reason reason, Amount amount, Optional<Amount> fee) {
        return Optional.of(new Movement(id, time, reason, amount, fee));
    }

    private static Amount amount(Market asset, BigDecimal value) {
        return new Amount(asset.name(), value);
    }

    private static Amount fee(Market asset, BigDecimal of) {
        return amount(asset, of.multiply(TRADING_FEE).setScale(asset.decimals(), RoundingMode.UP));
    }
}
