package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.bootstrap.config.ExchangeSettings;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** The connectors that a server imports by, for a command that reads what they have kept. */
public final class Connectors {
    /** Where no address is configured: records of the fictional exchange are read without one. */
    private static final URI NOWHERE = URI.create("http://localhost");

    private Connectors() {}

    /** Those to the exchanges of {@code settings}, their way out closed: they derive, and can make no call. */
    public static List<ExchangeConnector> closed(ExchangeSettings settings, Clock clock) {
        URI sixpence = settings.sixpence();
        Injector injector = Guice.createInjector(
                new ClockModule(clock),
                new SigningModule(),
                new ExchangesModule(settings),
                new SixpenceModule(sixpence == null ? NOWHERE : sixpence));
        Set<ExchangeConnector> all = injector.getInstance(Key.get(new TypeLiteral<Set<ExchangeConnector>>() {}));
        injector.getInstance(ExchangeAdapters.class).close();
        return List.copyOf(all);
    }

    /** Signatures without a key ring. */
    private static final class SigningModule extends AbstractModule {
        @Override
        protected void configure() {
            bind(RequestSigner.class).toInstance(CryptoAdapters.requestSigning());
        }
    }
}
