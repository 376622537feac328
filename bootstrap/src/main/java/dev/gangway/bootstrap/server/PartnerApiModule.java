package dev.gangway.bootstrap.server;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.gangway.adapters.http.PartnerUseCases;
import dev.gangway.application.registration.AttachSources;
import dev.gangway.application.registration.IssueLink;
import dev.gangway.application.registration.RevokeLink;
import dev.gangway.application.registration.ViewLink;
import dev.gangway.application.registration.port.Attachments;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.user.EndConnection;
import dev.gangway.application.user.FindPartnerUser;
import dev.gangway.application.user.ListPartnerUsers;
import dev.gangway.application.user.RemovePartnerSource;
import dev.gangway.application.user.ViewPartnerSources;
import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.application.user.port.Withdrawals;
import java.time.Clock;

/** What partners do with their users, beside registering them. */
final class PartnerApiModule extends AbstractModule {
    private final String baseUrl;

    /** @param baseUrl where redirect links lead */
    PartnerApiModule(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    @Provides
    @Singleton
    PartnerUseCases partnerUseCases(
            PartnerUsers users,
            PartnerLinks links,
            Attachments attachments,
            Withdrawals withdrawals,
            Transactions transactions,
            CredentialVault vault,
            Fingerprints fingerprints,
            LinkSigner signer,
            RandomTokens tokens,
            Ids ids,
            Clock clock) {
        return new PartnerUseCases(
                new FindPartnerUser(users),
                new ListPartnerUsers(users),
                new ViewPartnerSources(users),
                new IssueLink(links, signer, tokens, ids, clock, baseUrl),
                new ViewLink(links, clock),
                new RevokeLink(links, clock),
                new AttachSources(attachments, transactions, vault, fingerprints, ids, clock),
                new RemovePartnerSource(withdrawals, clock),
                new EndConnection(withdrawals, clock));
    }
}
