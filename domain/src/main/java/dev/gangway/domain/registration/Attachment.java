package dev.gangway.domain.registration;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;

/**
 * Everything that attaching sources to a user changes, decided and not yet recorded: all of it is recorded in one
 * transaction, or none of it is. What is a duplicate is decided as for a {@link Registration}.
 *
 * @param userId whose sources
 * @param partnerId who sends them
 * @param added sources to create, each with a first import queued
 * @param replaced credentials to replace on sources that exist
 * @param sentAgain sources that exist and that this partner sent too
 * @param answers the answer's {@code sources}
 * @param audit what the audit log gets
 * @param at when
 */
public record Attachment(
        UserId userId,
        PartnerId partnerId,
        List<OfferedSource> added,
        List<Registration.Replaced> replaced,
        List<SourceId> sentAgain,
        List<SourceAnswer> answers,
        AuditEntry audit,
        Instant at) {
    /** Copies. */
    public Attachment {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        sentAgain = List.copyOf(sentAgain);
        answers = List.copyOf(answers);
    }

    /** Decides for a user that lets the partner in. */
    public static Attachment of(
            KnownUser user, PartnerId partner, List<OfferedSource> offered, AuditEntry audit, Instant at) {
        SortedSources sources = SortedSources.of(offered, user.sources());
        return new Attachment(
                user.id(), partner, sources.added, sources.replaced, sources.sentAgain, sources.answers, audit, at);
    }
}
