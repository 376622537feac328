package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.application.auth.AddressRates;
import dev.gangway.application.auth.AdmitAddress;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.PurgeCallCounts;
import dev.gangway.application.auth.port.CallRates;
import java.time.Clock;

/** How often credentials and addresses may ask. */
final class RatesModule extends AbstractModule {
    private final AddressRates addresses;

    RatesModule(AddressRates addresses) {
        this.addresses = addresses;
    }

    @Provides
    @Singleton
    AdmitCall admitCall(CallRates rates, Clock clock) {
        return new AdmitCall(rates, clock);
    }

    @Provides
    @Singleton
    AdmitAddress admitAddress(CallRates rates, Clock clock) {
        return new AdmitAddress(rates, addresses, clock);
    }

    @Provides
    @Singleton
    PurgeCallCounts purgeCallCounts(CallRates rates, Clock clock) {
        return new PurgeCallCounts(rates, clock);
    }
}
