package dev.gangway.adapters.exchanges.luno;

import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.source.ExchangeName;

/** The door to this package. */
public final class Luno {
    /** The exchange. */
    public static final ExchangeName NAME = new ExchangeName("LUNO");

    /** What it allows from one address: 300 calls a minute, each alike. */
    public static final Throttle.Rule RULE = Throttle.Rule.perMinute(300);

    private Luno() {}

    /** A connector over {@code line}. */
    public static ExchangeConnector connector(ExchangeLine line) {
        return new LunoConnector(new LunoApi(line));
    }
}
