package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.outbound.OutboundAdapters;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.bootstrap.config.Environment;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Calls to addresses that partners name. */
final class OutboundModule extends AbstractModule {
    private final Environment environment;

    /** @param environment tells whether this machine itself may be called */
    OutboundModule(Environment environment) {
        this.environment = environment;
    }

    @Provides
    @Singleton
    OutboundAdapters adapters() {
        return OutboundAdapters.calling(!environment.isStrict());
    }

    @Provides
    @Singleton
    KeySets keySets(OutboundAdapters adapters, Clock clock) {
        return CryptoAdapters.keySets(adapters.keySetDocuments(), clock);
    }
}
