package dev.gangway.application.portfolio;

import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.time.Clock;

/** Lets a connected partner see all of a user's sources, or no more than those that it sent. */
public final class ChangeSharing {
    private final Portfolios portfolios;
    private final Clock clock;

    /** Records it in {@code portfolios}. */
    public ChangeSharing(Portfolios portfolios, Clock clock) {
        this.portfolios = portfolios;
        this.clock = clock;
    }

    /** The signed-in user's choice. */
    public record Command(UserId user, PartnerId partner, Sharing sharing, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It holds, by this call or by one before. */
        record Holds() implements Outcome {}

        /** The partner has no active connection to the user: there is nothing to share with it. */
        record NotConnected() implements Outcome {}
    }

    /** Records it. */
    public Outcome execute(Command command) {
        AuditEntry audit = new AuditEntry(
                action(command.sharing()),
                command.partner(),
                null,
                command.user().value(),
                command.origin(),
                ApplicationTime.now(clock));
        return switch (portfolios.share(command.user(), command.partner(), command.sharing(), audit)) {
            case CHANGED, AS_BEFORE -> new Outcome.Holds();
            case NOT_CONNECTED -> new Outcome.NotConnected();
        };
    }

    private static AuditAction action(Sharing sharing) {
        return switch (sharing) {
            case ALL_SOURCES -> AuditAction.SHARING_WIDENED;
            case SENT_SOURCES -> AuditAction.SHARING_NARROWED;
        };
    }
}
