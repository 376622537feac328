package dev.gangway.application.testkit.memory;

import dev.gangway.application.registration.port.Attachments;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.registration.Attachment;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

final class InMemoryAttachments implements Attachments {
    private final InMemoryStore store;

    InMemoryAttachments(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable KnownUser snapshot(UserId user, PartnerId partner) {
        return store.<@Nullable KnownUser>inState(state -> {
            NewUser known = state.users.get(user);
            return known == null ? null : InMemoryRegistrations.known(state, known, partner, null);
        });
    }

    @Override
    public void record(Attachment attachment) {
        store.inState(state -> {
            KeptSources.keep(
                    state,
                    attachment.userId(),
                    attachment.partnerId(),
                    attachment.added(),
                    attachment.replaced(),
                    attachment.sentAgain(),
                    attachment.at());
            return state.audit.add(attachment.audit());
        });
    }
}
