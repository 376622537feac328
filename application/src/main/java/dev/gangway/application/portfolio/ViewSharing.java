package dev.gangway.application.portfolio;

import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.domain.user.UserId;
import java.util.List;

/** Which partners see how much of a user. */
public final class ViewSharing {
    private final Portfolios portfolios;

    /** Reads from {@code portfolios}. */
    public ViewSharing(Portfolios portfolios) {
        this.portfolios = portfolios;
    }

    /** Whose; always the signed-in user's own. */
    public record Command(UserId user) {}

    /** Who sees how much. */
    public sealed interface Outcome {
        /** These do, by name. */
        record Found(List<SharedConnection> connections) implements Outcome {
            /** Copies. */
            public Found {
                connections = List.copyOf(connections);
            }
        }
    }

    /** Reads it. */
    public Outcome execute(Command command) {
        return new Outcome.Found(portfolios.sharing(command.user()));
    }
}
