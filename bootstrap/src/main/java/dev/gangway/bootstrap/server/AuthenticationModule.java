package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.ForgetSignatures;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.auth.scheme.ClientTokenScheme;
import dev.gangway.application.auth.scheme.SignedRequestScheme;
import dev.gangway.application.partner.CredentialUses;
import dev.gangway.application.shared.port.RandomTokens;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** How partners prove themselves; a further scheme is one more method here. */
final class AuthenticationModule extends AbstractModule {
    @ProvidesIntoSet
    @Singleton
    AuthenticationScheme bearer(CredentialLookup credentials, RandomTokens tokens, Clock clock) {
        return new BearerScheme(credentials, tokens, clock);
    }

    @ProvidesIntoSet
    @Singleton
    AuthenticationScheme clientToken(
            CredentialLookup credentials, CryptoAdapters crypto, KeySets keySets, Clock clock) {
        return new ClientTokenScheme(
                credentials, crypto.webTokens(), crypto.sharedSecrets(), crypto.publicKeys(), keySets, clock);
    }

    @ProvidesIntoSet
    @Singleton
    AuthenticationScheme signedRequest(
            CredentialLookup credentials, CryptoAdapters crypto, SignatureMarks marks, Clock clock) {
        return new SignedRequestScheme(
                credentials, crypto.sharedSecrets(), crypto.publicKeys(), crypto.contentHashes(), marks, clock);
    }

    @Provides
    @Singleton
    AuthenticatePartner authenticatePartner(Set<AuthenticationScheme> schemes, CredentialUses uses) {
        return new AuthenticatePartner(List.copyOf(schemes), uses);
    }

    @Provides
    @Singleton
    ForgetSignatures forgetSignatures(SignatureMarks marks, Clock clock) {
        return new ForgetSignatures(marks, clock);
    }
}
