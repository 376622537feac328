package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.partner.CredentialUses;
import dev.gangway.application.partner.RecordCredentialUses;
import dev.gangway.application.partner.port.PartnerCredentials;
import java.time.Clock;

/** What is done about credentials and sealed secrets beside the calls. */
final class CredentialModule extends AbstractModule {
    @Provides
    @Singleton
    CredentialUses credentialUses(Clock clock) {
        return new CredentialUses(clock);
    }

    @Provides
    @Singleton
    RecordCredentialUses recordCredentialUses(CredentialUses uses, PartnerCredentials credentials) {
        return new RecordCredentialUses(uses, credentials);
    }

    @Provides
    @Singleton
    ResealSecrets resealSecrets(PersistenceAdapters persistence, CryptoAdapters crypto, Clock clock) {
        return new ResealSecrets(
                persistence.keyRings(), crypto.keyWrapping(), persistence.sealedRows(), crypto.resealing(), clock);
    }
}
