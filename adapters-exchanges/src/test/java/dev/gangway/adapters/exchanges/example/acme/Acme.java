package dev.gangway.adapters.exchanges.example.acme;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;

/** The door to this package. */
public final class Acme {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("ACME");

    /** What it allows from one address: 120 calls a minute. */
    public static final Throttle.Rule RULE = Throttle.Rule.perMinute(120);

    private Acme() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new AcmeConnector(new AcmeApi(line, signer));
    }
}
