package dev.gangway.application.user;

import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** Shows a partner how the sources of one of its users stand. */
public final class ViewPartnerSources {
    private final PartnerUsers users;

    /** Shows those of {@code users}. */
    public ViewPartnerSources(PartnerUsers users) {
        this.users = users;
    }

    /** Whose sources, and who asks. */
    public record Command(UserId user, PartnerId partner) {}

    /** What there is. */
    public sealed interface Outcome {
        /** The sources that the partner may see, oldest first. */
        record Found(List<PartnerSource> sources) implements Outcome {
            /** Copies. */
            public Found {
                sources = List.copyOf(sources);
            }
        }

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Finds them. */
    public Outcome execute(Command command) {
        List<PartnerSource> sources = users.sources(command.user(), command.partner());
        return sources == null ? new Outcome.NoSuchUser() : new Outcome.Found(sources);
    }
}
