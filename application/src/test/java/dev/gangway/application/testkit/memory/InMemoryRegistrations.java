package dev.gangway.application.testkit.memory;

import dev.gangway.application.registration.port.Registrations;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
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
            return known(state, user, partnerId, partnerUserId);
        });
    }

    static KnownUser known(State state, NewUser user, PartnerId partnerId, @Nullable PartnerUserId partnerUserId) {
        return new KnownUser(
                user.id(),
                state.attributions.get(user.id()),
                state.connections.get(new State.ConnectionKey(user.id(), partnerId)),
                isTaken(state, partnerId, partnerUserId, user.id()),
                state.sources.values().stream()
                        .filter(source -> source.owner().equals(user.id()) && source.hasKey())
                        .map(source -> new KnownUser.KnownSource(
                                source.id(),
                                source.exchange(),
                                source.fingerprint(),
                                source.progress().status()))
                        .toList(),
                state.discountUses.containsKey(user.id()));
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
            KeptSources.keep(
                    state,
                    registration.userId(),
                    partner.id(),
                    registration.added(),
                    registration.replaced(),
                    registration.sentAgain(),
                    registration.at());
            state.keep(registration.link());
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
