package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.BearerScheme;
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

    @Provides
    @Singleton
    AuthenticatePartner authenticatePartner(Set<AuthenticationScheme> schemes, CredentialUses uses) {
        return new AuthenticatePartner(List.copyOf(schemes), uses);
    }
}
