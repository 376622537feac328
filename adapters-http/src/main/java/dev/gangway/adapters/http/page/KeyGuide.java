package dev.gangway.adapters.http.page;

import java.util.List;

/**
 * How a read-only key is made at an exchange, in the exchange's own words.
 *
 * @param exchange the exchange as people know it
 * @param steps what to click, in order
 * @param allow the only permissions that the key needs
 * @param leave the permissions that it must not have
 * @param keyLabel what the exchange calls the key
 * @param secretLabel what the exchange calls its secret
 */
public record KeyGuide(
        String exchange, List<String> steps, String allow, String leave, String keyLabel, String secretLabel) {
    private static final String CREATE = "Create the key, and copy both parts before you close that page.";

    /** Copies. */
    public KeyGuide {
        steps = List.copyOf(steps);
    }

    /** The guide for an exchange; a general one where we have none of its own. */
    public static KeyGuide of(String exchange) {
        return switch (exchange) {
            case "KRAKEN" ->
                new KeyGuide(
                        "Kraken",
                        List.of("Open Settings, then API, and press Create API key.", CREATE),
                        "Funds: Query. Orders and trades: Query closed orders & trades. Data: Query ledger entries.",
                        "Deposit, Withdraw, Earn, Create & modify orders, Cancel & close orders.",
                        "API key",
                        "Private key");
            case "BINANCE" ->
                new KeyGuide(
                        "Binance",
                        List.of(
                                "Open your account's API Management and press Create API, then System generated.",
                                "Leave only Enable Reading ticked.",
                                CREATE),
                        "Enable Reading.",
                        "Enable Spot & Margin Trading, Enable Withdrawals, Enable Futures, and everything else.",
                        "API Key",
                        "Secret Key");
            case "COINBASE" ->
                new KeyGuide(
                        "Coinbase",
                        List.of(
                                "Open API keys at the Coinbase Developer Platform and press Create API key.",
                                "Choose the portfolio, and ECDSA as the signature algorithm in the advanced settings.",
                                "Copy the key's name, which begins with organizations/, and the whole private key with"
                                        + " its first and last line."),
                        "View.",
                        "Trade and Transfer.",
                        "Key name",
                        "Private key");
            case "LUNO" ->
                new KeyGuide(
                        "Luno",
                        List.of("Open Settings, then API keys, and press Create new API key.", CREATE),
                        "Read-only access: view balances and view transactions.",
                        "Send, trade, and every other permission that changes something.",
                        "Key ID",
                        "Secret");
            case "VALR" ->
                new KeyGuide(
                        "VALR",
                        List.of("Open your profile, then API keys, and press Create new API key.", CREATE),
                        "View access.",
                        "Trade, Transfer, Withdraw and Link bank account.",
                        "API key",
                        "API secret");
            case "OKX" ->
                new KeyGuide(
                        "OKX",
                        List.of(
                                "Open your profile, then API, and press Create API key, for API trading.",
                                "Choose a passphrase: it is needed here too, and OKX does not show it again.",
                                CREATE),
                        "Read.",
                        "Trade and Withdraw.",
                        "API key",
                        "Secret key");
            case "SIXPENCE" ->
                new KeyGuide(
                        "SixpenceX",
                        List.of("Open Settings, then API keys, and press New read-only key.", CREATE),
                        "Read history.",
                        "Trade and Withdraw.",
                        "API key",
                        "API secret");
            default ->
                new KeyGuide(
                        exchange,
                        List.of("Open the exchange's settings and look for API keys.", CREATE),
                        "Only what reads balances and the history of transactions.",
                        "Whatever can trade, transfer or withdraw.",
                        "API key",
                        "API secret");
        };
    }
}
