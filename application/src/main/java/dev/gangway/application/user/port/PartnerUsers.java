package dev.gangway.application.user.port;

import dev.gangway.application.user.PartnerSource;
import dev.gangway.application.user.PartnerUser;
import dev.gangway.application.user.UserReference;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The users that let a partner in: those with an active connection to it. No other is ever answered. */
public interface PartnerUsers {
    /** The user, null if there is none such that lets the partner in. */
    @Nullable
    PartnerUser find(UserReference user, PartnerId partner);

    /**
     * Some of them, by id, which is the order in which they came to be.
     *
     * @param after where the page before ended, null for the first one
     * @param limit how many at most
     * @return null if {@code after} never was a user of the partner's; one that has left since is still a place
     */
    @Nullable
    Page page(PartnerId partner, @Nullable UserId after, int limit);

    /**
     * The user's sources that the partner may see, oldest first: those that it sent, or all if the user shares all. Null
     * if the user does not let it in.
     */
    @Nullable
    List<PartnerSource> sources(UserId user, PartnerId partner);

    /**
     * A part of the list.
     *
     * @param more whether there are others behind the last of these
     */
    record Page(List<PartnerUser> users, boolean more) {
        /** Copies. */
        public Page {
            users = List.copyOf(users);
        }
    }
}
