package dev.gangway.adapters.exchanges.coinbase;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;

/** The door to this package. */
public final class Coinbase {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("COINBASE");

    /** What Coinbase allows its older API, which most calls go to: 10,000 an hour; of these 30 at once, as the newer one does. */
    public static final Throttle.Rule RULE = new Throttle.Rule(30, Duration.ofMillis(360));

    private Coinbase() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new CoinbaseConnector(new CoinbaseApi(line, signer));
    }
}
