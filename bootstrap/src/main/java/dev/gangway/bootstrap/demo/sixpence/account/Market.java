package dev.gangway.bootstrap.demo.sixpence.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What SixpenceX lists, and what it cost in rand on any day: a made-up but plausible price path that runs through one
 * anchor per quarter, with a little noise that depends on the day alone.
 */
public enum Market {
    BTC("Bitcoin", 8),
    ETH("Ether", 18),
    SOL("Solana", 9),
    USDT("Tether", 6),
    ZAR("South African rand", 2);

    private static final LocalDate FIRST_ANCHOR = LocalDate.of(2024, 3, 1);
    private static final long DAYS_BETWEEN_ANCHORS = 91;

    private final String displayName;
    private final int decimals;

    Market(String displayName, int decimals) {
        this.displayName = displayName;
        this.decimals = decimals;
    }

    /** The asset's name in words. */
    public String displayName() {
        return displayName;
    }

    /** How many decimals the asset divides into on the exchange. */
    public int decimals() {
        return decimals;
    }

    /** The price of one unit in rand on that day. */
    public BigDecimal price(LocalDate day) {
        if (this == ZAR) {
            return BigDecimal.ONE;
        }
        List<Integer> anchors = anchors();
        long days = Math.max(0, ChronoUnit.DAYS.between(FIRST_ANCHOR, day));
        int quarter = (int) Math.min(days / DAYS_BETWEEN_ANCHORS, anchors.size() - 2L);
        long into = Math.min(days - quarter * DAYS_BETWEEN_ANCHORS, DAYS_BETWEEN_ANCHORS);
        BigDecimal from = BigDecimal.valueOf(anchors.get(quarter));
        BigDecimal rise = BigDecimal.valueOf(anchors.get(quarter + 1)).subtract(from);
        BigDecimal smooth = rise.multiply(BigDecimal.valueOf(into))
                .divide(BigDecimal.valueOf(DAYS_BETWEEN_ANCHORS), 6, RoundingMode.HALF_EVEN)
                .add(from);
        return smooth.multiply(noise(day)).setScale(2, RoundingMode.HALF_EVEN);
    }

    /** Rand at the beginning of every quarter from March 2024 on. */
    private List<Integer> anchors() {
        return switch (this) {
            case BTC ->
                List.of(
                        1_190_000, 1_190_000, 1_080_000, 1_760_000, 1_560_000, 1_880_000, 1_960_000, 1_540_000,
                        1_390_000, 1_470_000, 1_620_000, 1_710_000);
            case ETH ->
                List.of(64_500, 66_200, 43_100, 67_900, 36_800, 44_200, 75_400, 52_300, 47_600, 51_900, 58_300, 61_200);
            case SOL -> List.of(2_480, 2_690, 2_410, 3_930, 2_370, 2_720, 3_810, 2_260, 2_090, 2_330, 2_580, 2_640);
            case USDT -> List.of(19, 19, 18, 18, 18, 18, 18, 17, 17, 17, 17, 17);
            case ZAR -> List.of(1, 1);
        };
    }

    /** Between 0.985 and 1.015 (a tenth of that for the stable coin), from the day and the asset alone. */
    private BigDecimal noise(LocalDate day) {
        long mixed = (day.toEpochDay() * 31 + name().hashCode()) * 0x9E3779B97F4A7C15L;
        mixed ^= mixed >>> 29;
        long basisPoints = Math.floorMod(mixed, 301L) - 150;
        return BigDecimal.ONE.add(BigDecimal.valueOf(basisPoints, this == USDT ? 5 : 4));
    }
}
