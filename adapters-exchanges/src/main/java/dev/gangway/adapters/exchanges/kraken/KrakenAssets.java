package dev.gangway.adapters.exchanges.kraken;

import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.domain.shared.Ascii;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Kraken's asset codes. The old ones have an X (coins) or a Z (money) before them; a suffix says where within Kraken an
 * asset lies: staked ({@code .S}, with the days that it is bonded for before it), in rewards ({@code .M .B .F .P .T}) or on
 * hold.
 */
final class KrakenAssets {
    private static final Pattern PLACE = Pattern.compile("\\.(?:S|M|B|F|P|T|HOLD)$");
    private static final Pattern BONDED = Pattern.compile("(?<=[A-Z]{2})[0-9]{2}\\.S$");

    private static final Map<String, String> OTHERWISE = Map.ofEntries(
            Map.entry("XXBT", "BTC"),
            Map.entry("XBT", "BTC"),
            Map.entry("XETH", "ETH"),
            // staked ether had a code of its own, one for one
            Map.entry("ETH2", "ETH"),
            Map.entry("XLTC", "LTC"),
            Map.entry("XXRP", "XRP"),
            Map.entry("XXDG", "DOGE"),
            Map.entry("XDG", "DOGE"),
            Map.entry("XXLM", "XLM"),
            Map.entry("XXMR", "XMR"),
            Map.entry("XZEC", "ZEC"),
            Map.entry("XREP", "REP"),
            Map.entry("XMLN", "MLN"),
            Map.entry("XETC", "ETC"),
            Map.entry("XICN", "ICN"),
            Map.entry("XDAO", "DAO"),
            Map.entry("XNMC", "NMC"),
            Map.entry("XXVN", "VEN"),
            Map.entry("ZUSD", "USD"),
            Map.entry("ZEUR", "EUR"),
            Map.entry("ZGBP", "GBP"),
            Map.entry("ZCAD", "CAD"),
            Map.entry("ZJPY", "JPY"),
            Map.entry("ZAUD", "AUD"),
            Map.entry("ZKRW", "KRW"),
            Map.entry("FEE", "KFEE"));

    private KrakenAssets() {}

    /** The code as everybody writes it. */
    static String code(String theirs) {
        String upper = Ascii.upper(theirs);
        String bare = PLACE.matcher(BONDED.matcher(upper).replaceFirst("")).replaceFirst("");
        return Fields.asset(OTHERWISE.getOrDefault(bare, bare));
    }

    /** Whether it is Kraken's voucher for fees, which is worth nothing elsewhere and nothing by itself. */
    static boolean isFeeCredit(String code) {
        return code.equals("KFEE");
    }
}
