package dev.gangway.application.testkit.memory;

import dev.gangway.application.partner.port.Partners;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class InMemoryPartners implements Partners {
    private final InMemoryStore store;

    InMemoryPartners(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable Partner find(PartnerId id) {
        return store.<@Nullable Partner>inState(state -> state.partners.get(id));
    }

    @Override
    public @Nullable Partner find(PartnerSlug slug) {
        return store.<@Nullable Partner>inState(state -> state.partners.values().stream()
                .filter(partner -> partner.slug().equals(slug))
                .findFirst()
                .orElse(null));
    }

    @Override
    public List<Partner> all() {
        return store.inState(state -> state.partners.values().stream()
                .sorted(Comparator.comparing(partner -> partner.slug().value()))
                .toList());
    }

    @Override
    public boolean add(Partner partner, AuditEntry audit) {
        return store.inState(state -> {
            boolean taken = state.partners.values().stream()
                    .anyMatch(other -> other.id().equals(partner.id())
                            || other.slug().equals(partner.slug())
                            || other.name().equals(partner.name()));
            if (!taken) {
                state.partners.put(partner.id(), partner);
                state.audit.add(audit);
            }
            return !taken;
        });
    }

    @Override
    public boolean change(Partner partner, AuditEntry audit) {
        return store.inState(state -> {
            Partner known = state.partners.get(partner.id());
            boolean nameTaken = state.partners.values().stream()
                    .anyMatch(other ->
                            !other.id().equals(partner.id()) && other.name().equals(partner.name()));
            if (known == null || nameTaken) {
                return false;
            }
            state.partners.put(partner.id(), withSlugAndRealmOf(known, partner));
            state.audit.add(audit);
            return true;
        });
    }

    private static Partner withSlugAndRealmOf(Partner known, Partner wanted) {
        return new Partner(
                known.id(),
                known.slug(),
                wanted.name(),
                known.realm(),
                wanted.exchanges(),
                wanted.discounts(),
                wanted.defaultDiscount(),
                wanted.linkLifetime(),
                wanted.returnUrl(),
                wanted.refreshUrl(),
                wanted.rate(),
                wanted.tokenLifetime());
    }
}
