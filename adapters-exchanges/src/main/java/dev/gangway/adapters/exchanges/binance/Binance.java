package dev.gangway.adapters.exchanges.binance;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;

/** The door to this package. */
public final class Binance {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("BINANCE");

    /** Of the 6,000 units of request weight that an address has each minute, so many that a burst still fits. */
    public static final Throttle.Rule RULE = Throttle.Rule.perMinute(5000);

    private Binance() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new BinanceConnector(new BinanceApi(line, signer));
    }
}
