package dev.gangway.application.testkit.memory;

import dev.gangway.application.registration.PartnerLink;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

final class InMemoryPartnerLinks implements PartnerLinks {
    private final InMemoryStore store;

    InMemoryPartnerLinks(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean issue(NewLink link, AuditEntry audit) {
        return store.inState(state -> {
            if (!state.isConnected(link.userId(), link.partnerId())) {
                return false;
            }
            state.keep(link);
            state.audit.add(audit);
            return true;
        });
    }

    @Override
    public @Nullable PartnerLink find(LinkId link, PartnerId partner) {
        return store.<@Nullable PartnerLink>inState(state -> {
            State.LinkRow row = row(state, link, partner);
            return row == null ? null : new PartnerLink(link, row.token());
        });
    }

    private static State.@Nullable LinkRow row(State state, LinkId link, PartnerId partner) {
        for (State.LinkRow row : state.links.values()) {
            if (row.link().id().equals(link)
                    && row.link().partnerId().equals(partner)
                    && state.isConnected(row.link().userId(), partner)) {
                return row;
            }
        }
        return null;
    }

    @Override
    public Revoked revoke(LinkId link, PartnerId partner, Instant now, AuditEntry audit) {
        return store.inState(state -> {
            State.LinkRow row = row(state, link, partner);
            if (row == null) {
                return Revoked.NO_SUCH_LINK;
            }
            if (row.token().state(now) != LinkState.LIVE) {
                return Revoked.AS_BEFORE;
            }
            state.links.put(row.link().idHash(), row.revoked(now));
            state.audit.add(audit);
            return Revoked.REVOKED;
        });
    }
}
