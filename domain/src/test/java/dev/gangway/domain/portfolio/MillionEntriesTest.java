package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A million entries take seconds of one core, whatever they are. */
class MillionEntriesTest {
    private static final int MILLION = 1_000_000;
    private static final AssetCode USD = new AssetCode("USD");
    private static final Instant BEGIN = Instant.parse("2020-01-01T00:00:00Z");
    /** The promise for the whole of it; about one second is what it takes. */
    private static final Duration ENOUGH = Duration.ofSeconds(5);

    /** Time of this thread alone: others may keep the cores busy. */
    private static Duration used() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    private static void trades(int assets, int buysInHundred, Consumer<LedgerEntry> each) {
        Random random = new Random(assets);
        for (int i = 0; i < MILLION; i++) {
            BigDecimal units = BigDecimal.valueOf(1 + random.nextInt(200_000_000), 8);
            BigDecimal price = BigDecimal.valueOf(2_000_000 + random.nextInt(4_000_000), 2);
            BigDecimal paid = units.multiply(price).setScale(8, RoundingMode.HALF_EVEN);
            BigDecimal fee = paid.multiply(new BigDecimal("0.0026")).setScale(8, RoundingMode.HALF_EVEN);
            Amount asset = new Amount(new AssetCode("A" + random.nextInt(assets)), units);
            Amount money = new Amount(USD, paid);
            boolean buy = random.nextInt(100) < buysInHundred;
            each.accept(new LedgerEntry(
                    History.ONE,
                    "tx-" + i,
                    TransactionKind.TRADE,
                    BEGIN.plusSeconds(60L * i),
                    buy ? asset : money,
                    buy ? money : asset,
                    new Amount(USD, fee)));
        }
    }

    @ParameterizedTest
    @CsvSource({"FIFO,1,52", "AVERAGE,1,52", "LIFO,50,60", "HIFO,50,60", "HIFO,1,100"})
    void costBasisTakesSeconds(CostBasisMethod method, int assets, int buysInHundred) {
        GainsByYear gains = new GainsByYear(TaxYears.CALENDAR);
        CostBasis basis = new CostBasis(method, Transfers.NONE, PriceSource.NONE, null, gains);
        Duration before = used();
        trades(assets, buysInHundred, basis::take);
        assertThat(basis.holdings()).hasSizeGreaterThanOrEqualTo(assets);
        assertThat(used().minus(before)).isLessThan(ENOUGH);
        assertThat(gains.years()).hasSize(buysInHundred == 100 ? 0 : 2);
    }

    @ParameterizedTest
    @CsvSource({
        // all of one amount; no two alike; all within one band of nearly the same; all at one time
        "1,1,1",
        "1,2000000,1",
        "999000,1000000,1",
        "1,1,0"
    })
    void matchingTransfersTakesSeconds(int least, int most, int secondsApart) {
        Random random = new Random(7);
        TransferMatching matching = new TransferMatching();
        Duration before = used();
        for (int i = 0; i < MILLION / 2; i++) {
            Amount amount =
                    new Amount(new AssetCode("BTC"), BigDecimal.valueOf(least + random.nextInt(most - least + 1), 8));
            boolean in = random.nextBoolean();
            matching.take(new LedgerEntry(
                    random.nextBoolean() ? History.ONE : History.OTHER,
                    "tx-" + i,
                    in ? TransactionKind.DEPOSIT : TransactionKind.WITHDRAWAL,
                    BEGIN.plusSeconds((long) i * secondsApart),
                    in ? amount : null,
                    in ? null : amount,
                    null));
        }
        assertThat(matching.matched().count()).isGreaterThan(MILLION / 10);
        assertThat(used().minus(before)).isLessThan(ENOUGH.multipliedBy(2));
    }

    @Test
    void whatIsKeptOfAMillionLotsIsSmall() {
        CostBasis basis = new CostBasis(CostBasisMethod.HIFO, Transfers.NONE, PriceSource.NONE, null, disposal -> {});
        long before = heap();
        trades(1, 100, basis::take);
        assertThat(heap() - before).isLessThan(100L << 20);
        assertThat(basis.holdings()).hasSize(1);
    }

    private static long heap() {
        ManagementFactory.getMemoryMXBean().gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
