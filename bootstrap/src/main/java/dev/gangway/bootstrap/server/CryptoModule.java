package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.bootstrap.config.Environment;
import dev.gangway.bootstrap.config.MasterKeySettings;
import java.time.Clock;
import java.util.Objects;

/** Everything that seals, signs, hashes or makes identities. */
final class CryptoModule extends AbstractModule {
    private final MasterKeySettings masterKeys;
    private final Environment environment;

    /** @param masterKeys with the current one resolved */
    CryptoModule(MasterKeySettings masterKeys, Environment environment) {
        this.masterKeys = masterKeys;
        this.environment = environment;
    }

    @Provides
    @Singleton
    CryptoAdapters adapters(KeyRings rings, Clock clock) {
        return CryptoAdapters.with(
                Objects.requireNonNull(masterKeys.current()),
                masterKeys.previous(),
                rings,
                environment.apiName(),
                clock);
    }

    @Provides
    @Singleton
    CredentialVault credentialVault(CryptoAdapters adapters) {
        return adapters.credentialVault();
    }

    @Provides
    @Singleton
    Fingerprints fingerprints(CryptoAdapters adapters) {
        return adapters.fingerprints();
    }

    @Provides
    @Singleton
    LinkSigner linkSigner(CryptoAdapters adapters) {
        return adapters.linkSigner();
    }

    @Provides
    @Singleton
    FormTokens formTokens(CryptoAdapters adapters) {
        return adapters.formTokens();
    }

    @Provides
    @Singleton
    RandomTokens randomTokens(CryptoAdapters adapters) {
        return adapters.randomTokens();
    }

    @Provides
    @Singleton
    Ids ids(CryptoAdapters adapters) {
        return adapters.ids();
    }

    @Provides
    @Singleton
    RequestSigner requestSigner(CryptoAdapters adapters) {
        return adapters.requestSigner();
    }
}
