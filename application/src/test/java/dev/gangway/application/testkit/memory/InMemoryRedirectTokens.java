package dev.gangway.application.testkit.memory;

import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.LinkState;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.user.Connection;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

final class InMemoryRedirectTokens implements RedirectTokens {
    private final InMemoryStore store;

    InMemoryRedirectTokens(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void issue(NewLink link, AuditEntry audit) {
        store.inState(state -> {
            state.links.put(link.idHash(), State.LinkRow.of(link));
            return state.audit.add(audit);
        });
    }

    @Override
    public @Nullable Issued find(Digest idHash) {
        return store.<@Nullable Issued>inState(state -> {
            State.LinkRow row = state.links.get(idHash);
            if (row == null) {
                return null;
            }
            NewLink link = row.link();
            Partner partner = Objects.requireNonNull(state.partners.get(link.partnerId()));
            Connection connection = state.connections.get(new State.ConnectionKey(link.userId(), partner.id()));
            return new Issued(
                    row.token(),
                    partner.id(),
                    partner.name(),
                    partner.wayForward(),
                    state.attributions.get(link.userId()),
                    connection != null && connection.isActive());
        });
    }

    @Override
    public void viewed(Digest idHash, Instant now) {
        store.inState(state ->
                state.links.computeIfPresent(idHash, (id, row) -> row.viewedAt() == null ? row.viewed(now) : row));
    }

    @Override
    public boolean consume(
            Digest idHash, Instant now, NewSession session, @Nullable Digest endedSession, AuditEntry audit) {
        return store.inState(state -> {
            State.LinkRow row = state.links.get(idHash);
            if (row == null || row.token().state(now) != LinkState.LIVE) {
                return false;
            }
            state.links.put(idHash, row.consumed(now));
            if (endedSession != null) {
                state.sessions.remove(endedSession);
            }
            state.sessions.put(session.idHash(), new State.SessionRow(session, session.signedInAt()));
            state.audit.add(audit);
            return true;
        });
    }
}
