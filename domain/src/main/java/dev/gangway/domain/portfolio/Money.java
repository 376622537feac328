package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.util.Currency;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Which assets are what others are paid with. */
public final class Money {
    /**
     * Crypto assets that stand for money and that exchanges quote prices in. Gains are told in them as traded, never
     * as if they were the money they stand for.
     */
    private static final Set<String> STABLE = Set.of(
            "USDT", "USDC", "BUSD", "DAI", "TUSD", "FDUSD", "USDP", "PYUSD", "GUSD", "USDS", "RLUSD", "USDG", "EURC",
            "EURT", "ZARP", "XZAR");

    private static final Set<String> ISO = iso();

    private Money() {}

    /**
     * Whether the asset is a currency of ISO 4217 that a country pays with. Metals, funds, baskets, test codes, "no
     * currency" and currencies of the past are not: their codes, such as {@code XAU} and {@code MTL}, are tokens' too.
     */
    public static boolean isMoney(AssetCode asset) {
        return ISO.contains(asset.value());
    }

    /** Whether a gain may be told in the asset: money, or a crypto asset that stands for it. */
    public static boolean settles(AssetCode asset) {
        return isMoney(asset) || STABLE.contains(asset.value());
    }

    private static Set<String> iso() {
        // Croatia had it until 2023; older histories than that have none of those that went before
        Set<String> codes = new HashSet<>(Set.of("HRK"));
        for (String country : Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(Locale.of("", country));
            if (currency != null) {
                codes.add(currency.getCurrencyCode());
            }
        }
        return Set.copyOf(codes);
    }
}
