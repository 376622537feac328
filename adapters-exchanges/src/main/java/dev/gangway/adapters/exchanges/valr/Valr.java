package dev.gangway.adapters.exchanges.valr;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;

/** The door to this package. */
public final class Valr {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("VALR");

    /** Well under the thousand calls a minute that it allows. */
    public static final Throttle.Rule RULE = Throttle.Rule.perMinute(600);

    private Valr() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new ValrConnector(new ValrApi(line, signer));
    }
}
