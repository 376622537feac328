package dev.gangway.adapters.exchanges.sixpence;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;

/** The door to this package. */
public final class Sixpence {
    /** The exchange. */
    public static final ExchangeName NAME = SixpenceApi.NAME;

    /** What it allows from one address: it is fictional, and generous. */
    public static final Throttle.Rule RULE = Throttle.Rule.perSecond(1000);

    private Sixpence() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new SixpenceConnector(new SixpenceApi(line, signer));
    }
}
