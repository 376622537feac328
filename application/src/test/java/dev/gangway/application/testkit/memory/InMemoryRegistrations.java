package dev.gangway.application.testkit.memory;

import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemoryRegistrations implements Registrations {
    private final InMemoryStore store;

    InMemoryRegistrations(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable KnownUser snapshot(
            Realm realm, EmailAddress email, PartnerId partnerId, @Nullable PartnerUserId partnerUserId) {
        return store.<@Nullable KnownUser>inState(state -> {
            NewUser user = state.userWith(realm, email);
            if (user == null) {
                return null;
            }
            return new KnownUser(
                    user.id(),
                    state.attributions.get(user.id()),
                    state.connections.get(new State.ConnectionKey(user.id(), partnerId)),
                    isTaken(state, partnerId, partnerUserId, user.id()),
                    state.sources.values().stream()
                            .filter(source ->
                                    source.owner().equals(user.id()) && !source.isMerged() && !source.isUploaded())
                            .map(source -> new KnownUser.KnownSource(
                                    source.id(),
                                    source.exchange(),
                                    source.keyFingerprint(),
                                    source.secretFingerprint(),
                                    source.progress().status()))
                            .toList(),
                    state.discountUses.containsKey(user.id()));
        });
    }

    @Override
    public Recorded record(Registration registration) {
        return store.inState(state -> {
            NewUser user = registration.newUser();
            if (user != null && state.userWith(user.realm(), user.email()) != null) {
                return Recorded.USER_EXISTS;
            }
            Partner partner = registration.partner();
            if (isTaken(state, partner.id(), registration.partnerUserId(), registration.userId())) {
                return Recorded.PARTNER_USER_ID_IN_USE;
            }
            keepUser(state, registration);
            keepSources(state, registration);
            keepLink(state, registration.link());
            state.audit.add(registration.audit());
            return keepDiscount(state, registration) ? Recorded.KEPT : Recorded.KEPT_WITHOUT_DISCOUNT;
        });
    }

    private static boolean isTaken(State state, PartnerId partner, @Nullable PartnerUserId id, UserId exceptBy) {
        return id != null
                && state.connections.entrySet().stream()
                        .anyMatch(entry -> entry.getKey().partner().equals(partner)
                                && !entry.getKey().user().equals(exceptBy)
                                && id.equals(entry.getValue().partnerUserId()));
    }

    private static void keepUser(State state, Registration registration) {
        PartnerId partner = registration.partner().id();
        PartnerUserId partnerUserId = registration.partnerUserId();
        State.ConnectionKey key = new State.ConnectionKey(registration.userId(), partner);
        NewUser user = registration.newUser();
        if (user != null) {
            state.users.put(user.id(), user);
            state.attributions.put(user.id(), partner);
            state.connections.put(
                    key, new Connection(partner, ConnectionStatus.ACTIVE, registration.at(), partnerUserId));
        } else if (partnerUserId != null) {
            Connection known = Objects.requireNonNull(state.connections.get(key), "no connection to set an id on");
            state.connections.put(key, new Connection(partner, known.status(), known.approvedAt(), partnerUserId));
        }
    }

    private static void keepSources(State state, Registration registration) {
        PartnerId partner = registration.partner().id();
        for (OfferedSource added : registration.added()) {
            SourceRow row = SourceRow.added(added, registration.userId(), registration.at());
            state.sources.put(row.id(), row);
            state.senders.add(new State.Sender(row.id(), partner));
            state.queuedImports.add(new QueuedImport(row.id(), row.sealed().id(), row.priority()));
        }
        for (SourceId sent : registration.sentAgain()) {
            state.senders.add(new State.Sender(sent, partner));
        }
        for (Registration.Replaced replaced : registration.replaced()) {
            SourceRow known = Objects.requireNonNull(state.sources.get(replaced.id()), "no source to replace");
            SourceRow row = known.with(replaced.sealed(), replaced.secretFingerprint());
            // the status of this moment: a run may have ended since the snapshot
            boolean failed = known.progress().status().canBeRetried();
            if (failed) {
                row = row.with(known.progress().requeued());
            }
            state.sources.put(row.id(), row);
            // a run that holds the old secret can no longer end the source: another has to
            if (replaced.requeued() || failed || known.progress().run() != null) {
                state.queuedImports.add(new QueuedImport(row.id(), row.sealed().id(), row.priority()));
            }
        }
    }

    private static void keepLink(State state, NewLink link) {
        state.links.replaceAll((id, row) -> row.consumedAt() == null
                        && row.supersededAt() == null
                        && row.link().userId().equals(link.userId())
                        && row.link().partnerId().equals(link.partnerId())
                ? new State.LinkRow(row.link(), null, link.issuedAt())
                : row);
        state.links.put(link.idHash(), new State.LinkRow(link, null, null));
    }

    /** Whether the decided discount, if any, is the user's now. */
    private static boolean keepDiscount(State state, Registration registration) {
        if (!(registration.discount() instanceof DiscountOutcome.Applied applied)) {
            return true;
        }
        PartnerId partner = registration.partner().id();
        State.DiscountUse use =
                new State.DiscountUse(partner, applied.discount().code());
        Partner now = state.partners.get(partner);
        Discount discount = now == null ? null : now.discount(use.code());
        if (discount == null) {
            return false;
        }
        Integer cap = discount.cap();
        long used = state.discountUses.values().stream().filter(use::equals).count();
        if (cap != null && used >= cap) {
            return false;
        }
        state.discountUses.put(registration.userId(), use);
        return true;
    }
}
