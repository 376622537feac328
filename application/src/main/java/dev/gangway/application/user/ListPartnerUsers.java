package dev.gangway.application.user;

import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists a partner's users, page by page. */
public final class ListPartnerUsers {
    /** The most users of a page. */
    public static final int MOST = 100;

    private final PartnerUsers users;

    /** Lists {@code users}. */
    public ListPartnerUsers(PartnerUsers users) {
        this.users = users;
    }

    /**
     * Which page.
     *
     * @param partner whose users
     * @param after where the page before ended, null for the first one
     * @param limit how many at most, 1 to {@link #MOST}
     */
    public record Command(PartnerId partner, @Nullable UserId after, int limit) {
        /** Checks the limit. */
        public Command {
            if (limit < 1 || limit > MOST) {
                throw new IllegalArgumentException("a page has 1 to " + MOST + " users");
            }
        }
    }

    /** What is there. */
    public sealed interface Outcome {
        /**
         * The page.
         *
         * @param next where the next one begins, null if this is the last
         */
        record Listed(List<PartnerUser> users, @Nullable UserId next) implements Outcome {
            /** Copies. */
            public Listed {
                users = List.copyOf(users);
            }
        }

        /** No page of this partner's ever ended there. */
        record NoSuchPlace() implements Outcome {}
    }

    /** Lists them. */
    public Outcome execute(Command command) {
        PartnerUsers.Page page = users.page(command.partner(), command.after(), command.limit());
        if (page == null) {
            return new Outcome.NoSuchPlace();
        }
        UserId next = page.more() ? page.users().getLast().id() : null;
        return new Outcome.Listed(page.users(), next);
    }
}
