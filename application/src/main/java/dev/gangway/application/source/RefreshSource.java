package dev.gangway.application.source;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.RefreshDecision;
import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Brings one source up to date because its owner asks; asking twice is asking once. */
public final class RefreshSource {
    private final SourceRefreshes refreshes;
    private final RefreshInterval interval;
    private final Clock clock;

    /** The next refresh by itself comes after {@code interval}. */
    public RefreshSource(SourceRefreshes refreshes, RefreshInterval interval, Clock clock) {
        this.refreshes = refreshes;
        this.interval = interval;
        this.clock = clock;
    }

    /** Which source, and who asks: the signed-in user, never anybody else. */
    public record Command(UserId user, SourceId source, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** An import is queued or running, by this call or by one before. */
        record UnderWay() implements Outcome {}

        /** It was refreshed a moment ago; nothing was queued. */
        record TooSoon(Duration retryAfter) implements Outcome {}

        /** The exchange refuses its key: it needs another one first. */
        record KeyNeeded() implements Outcome {}

        /** Its history was uploaded: there is no exchange to ask. */
        record NothingToAsk() implements Outcome {}

        /** The user has no such source. */
        record NoSuchSource() implements Outcome {}
    }

    /** Queues it. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.SOURCE_REFRESHED, null, null, command.source().value(), command.origin(), now);
        return switch (refreshes.refresh(command.user(), command.source(), interval, now, audit)) {
            case RefreshDecision.Queue queued -> new Outcome.UnderWay();
            case RefreshDecision.UnderWay before -> new Outcome.UnderWay();
            case RefreshDecision.TooSoon soon -> new Outcome.TooSoon(Duration.between(now, soon.from()));
            case RefreshDecision.KeyNeeded needed -> new Outcome.KeyNeeded();
            case RefreshDecision.NothingToAsk uploaded -> new Outcome.NothingToAsk();
            case RefreshDecision.NoSuchSource none -> new Outcome.NoSuchSource();
        };
    }
}
