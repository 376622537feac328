package dev.gangway.application.user;

import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.domain.partner.PartnerId;

/** Shows a partner one of its users. */
public final class FindPartnerUser {
    private final PartnerUsers users;

    /** Finds among {@code users}. */
    public FindPartnerUser(PartnerUsers users) {
        this.users = users;
    }

    /** Who is asked for, and by whom. */
    public record Command(UserReference user, PartnerId partner) {}

    /** What there is. */
    public sealed interface Outcome {
        /** The user lets the partner in. */
        record Found(PartnerUser user) implements Outcome {}

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Finds it. */
    public Outcome execute(Command command) {
        PartnerUser user = users.find(command.user(), command.partner());
        return user == null ? new Outcome.NoSuchUser() : new Outcome.Found(user);
    }
}
