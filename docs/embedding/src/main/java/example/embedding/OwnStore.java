package example.embedding;

import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A store of our own: three ports over two maps and one lock, for one partner without discounts. It shows what each verb
 * must do; the contracts in Gangway's testkit say it in full.
 */
final class OwnStore implements Registrations, RedirectTokens, Transactions {
    private final Partner partner;
    private final Map<String, UserId> users = new HashMap<>();
    private final Map<UserId, List<OfferedSource>> sources = new HashMap<>();
    private final Map<Digest, RedirectToken> links = new HashMap<>();

    OwnStore(Partner partner) {
        this.partner = partner;
    }

    @Override
    public synchronized <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    @Override
    public synchronized KnownUser snapshot(
            Realm realm, EmailAddress email, PartnerId partnerId, PartnerUserId partnerUserId) {
        UserId user = users.get(email.canonical());
        if (user == null) {
            return null;
        }
        List<KnownUser.KnownSource> known = sources.get(user).stream()
                .map(source -> new KnownUser.KnownSource(
                        source.id(),
                        source.exchange(),
                        source.fingerprints().inUse(),
                        SourceStatus.PROCESSING))
                .toList();
        Connection connection = new Connection(partnerId, ConnectionStatus.ACTIVE, Instant.EPOCH, null);
        return new KnownUser(user, partner.id(), connection, false, known, false);
    }

    @Override
    public synchronized Recorded record(Registration registration) {
        UserId user = registration.userId();
        if (registration.newUser() != null) {
            String address = registration.newUser().email().canonical();
            if (users.putIfAbsent(address, user) != null) {
                return Recorded.USER_EXISTS;
            }
            sources.put(user, new ArrayList<>());
        }
        sources.get(user).addAll(registration.added());
        links.replaceAll((id, link) -> link.userId().equals(user) ? superseded(link, registration.at()) : link);
        NewLink link = registration.link();
        links.put(link.idHash(), fresh(link));
        return Recorded.KEPT;
    }

    @Override
    public synchronized void issue(NewLink link, AuditEntry audit) {
        links.put(link.idHash(), fresh(link));
    }

    private static RedirectToken fresh(NewLink link) {
        return new RedirectToken(
                link.idHash(),
                link.userId(),
                link.delivery(),
                link.issuedAt(),
                link.expiresAt(),
                null,
                null,
                null,
                null);
    }

    @Override
    public synchronized Issued find(Digest idHash) {
        RedirectToken link = links.get(idHash);
        return link == null ? null : new Issued(link, partner.id(), partner.name(), null, partner.id(), true);
    }

    @Override
    public void viewed(Digest idHash, Instant now) {
        // this service tells no partner
    }

    @Override
    public synchronized boolean consume(
            Digest idHash, Instant now, NewSession session, Digest endedSession, AuditEntry audit) {
        RedirectToken link = links.get(idHash);
        if (link == null || link.state(now) != LinkState.LIVE) {
            return false;
        }
        links.put(
                idHash,
                new RedirectToken(
                        idHash, link.userId(), link.delivery(), link.issuedAt(), link.expiresAt(), now, null, null, null));
        return true;
    }

    private static RedirectToken superseded(RedirectToken link, Instant at) {
        return link.consumedAt() != null
                ? link
                : new RedirectToken(
                        link.idHash(),
                        link.userId(),
                        link.delivery(),
                        link.issuedAt(),
                        link.expiresAt(),
                        null,
                        at,
                        link.revokedAt(),
                        link.viewedAt());
    }
}
