package dev.gangway.adapters.exchanges.okx;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;
import java.time.Duration;

/** The door to this package. */
public final class Okx {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("OKX");

    /**
     * OKX counts by user and endpoint, from one to ten calls a second. A unit here is a tenth of a second of the slowest
     * endpoint, whichever the user.
     */
    public static final Throttle.Rule RULE = new Throttle.Rule(20, Duration.ofMillis(100));

    private Okx() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line, RequestSigner signer) {
        return new OkxConnector(new OkxApi(line, signer));
    }
}
