package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.bootstrap.config.ExchangeSettings;
import java.time.Clock;

/** The way out to exchanges. A further exchange is one more method here; the fictional one has a module of its own. */
final class ExchangesModule extends AbstractModule {
    private final ExchangeSettings settings;

    ExchangesModule(ExchangeSettings settings) {
        this.settings = settings;
    }

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), ExchangeConnector.class);
    }

    @Provides
    @Singleton
    ExchangeAdapters adapters(RequestSigner signer, Clock clock) {
        return ExchangeAdapters.open(signer, clock);
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector binance(ExchangeAdapters adapters) {
        return adapters.binance(settings.binance());
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector luno(ExchangeAdapters adapters) {
        return adapters.luno(settings.luno());
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector kraken(ExchangeAdapters adapters) {
        return adapters.kraken(settings.kraken());
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector coinbase(ExchangeAdapters adapters) {
        return adapters.coinbase(settings.coinbase());
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector okx(ExchangeAdapters adapters) {
        return adapters.okx(settings.okx());
    }

    @ProvidesIntoSet
    @Singleton
    ExchangeConnector valr(ExchangeAdapters adapters) {
        return adapters.valr(settings.valr());
    }
}
