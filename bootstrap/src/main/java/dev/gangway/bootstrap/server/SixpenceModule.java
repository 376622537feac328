package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.application.source.port.ExchangeConnector;
import java.net.URI;

/** The fictional exchange. */
final class SixpenceModule extends AbstractModule {
    private final URI address;

    SixpenceModule(URI address) {
        this.address = address;
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector connector(ExchangeAdapters adapters) {
        return adapters.sixpence(address);
    }
}
