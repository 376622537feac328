package dev.gangway.adapters.exchanges.sixpence;

import dev.gangway.adapters.exchanges.http.ExchangeHttp;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import java.net.URI;
import java.time.Clock;

/** The door to this package. */
public final class Sixpence {
    private Sixpence() {}

    /** A connector to the API at {@code baseUrl}. */
    public static ExchangeConnector connector(URI baseUrl, ExchangeHttp http, RequestSigner signer, Clock clock) {
        return new SixpenceConnector(new SixpenceApi(baseUrl, http, signer, clock));
    }
}
