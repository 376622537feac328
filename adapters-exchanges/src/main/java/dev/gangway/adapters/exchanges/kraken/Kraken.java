package dev.gangway.adapters.exchanges.kraken;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;

/** The door to this package. */
public final class Kraken {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("KRAKEN");

    /** Kraken's call counter for an account of the intermediate tier: it may reach 20, and falls by one every two seconds. */
    public static final Throttle.Rule RULE = new Throttle.Rule(20, Duration.ofSeconds(2));

    private Kraken() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new KrakenConnector(new KrakenApi(line, signer));
    }
}
