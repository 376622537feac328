package dev.gangway.application.registration;

import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import java.time.Clock;
import java.time.Instant;

/** Tells a partner what became of a link of its. */
public final class ViewLink {
    private final PartnerLinks links;
    private final Clock clock;

    /** Finds among {@code links}. */
    public ViewLink(PartnerLinks links, Clock clock) {
        this.links = links;
        this.clock = clock;
    }

    /** Which link, and who asks. */
    public record Command(LinkId link, PartnerId partner) {}

    /** What there is. */
    public sealed interface Outcome {
        /** The link, as it stands at {@code at}. */
        record Found(PartnerLink link, Instant at) implements Outcome {}

        /** The partner has no such link. */
        record NoSuchLink() implements Outcome {}
    }

    /** Finds it. */
    public Outcome execute(Command command) {
        PartnerLink link = links.find(command.link(), command.partner());
        return link == null ? new Outcome.NoSuchLink() : new Outcome.Found(link, ApplicationTime.now(clock));
    }
}
