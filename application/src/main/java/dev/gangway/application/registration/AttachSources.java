package dev.gangway.application.registration;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.port.Attachments;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.registration.Attachment;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Attaches more sources to a user that is there and lets the partner in, in one transaction. */
public final class AttachSources {
    private final Attachments attachments;
    private final Transactions transactions;
    private final SourceOffering offering;
    private final Clock clock;

    /** Attaches to {@code attachments} what {@code vault} has sealed. */
    public AttachSources(
            Attachments attachments,
            Transactions transactions,
            CredentialVault vault,
            Fingerprints fingerprints,
            Ids ids,
            Clock clock) {
        this.attachments = attachments;
        this.transactions = transactions;
        this.offering = new SourceOffering(vault, fingerprints, ids);
        this.clock = clock;
    }

    /**
     * What to attach to whom.
     *
     * @param submitted 1 to 15 checked credentials, in the order sent
     */
    public record Command(
            UserId user, List<RegistrationRequest.Submitted> submitted, Principal principal, RequestOrigin origin) {
        /** Copies. */
        public Command {
            submitted = List.copyOf(submitted);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The sources are queued.
         *
         * @param added how many of them are new
         * @param sources one per item sent, in that order
         */
        record Attached(UserId user, int added, List<SourceAnswer> sources) implements Outcome {
            /** Copies. */
            public Attached {
                sources = List.copyOf(sources);
            }
        }

        /** There is no such user that lets the partner in; which of the two is not told. */
        record NoSuchUser() implements Outcome {}
    }

    /** Attaches them. */
    public Outcome execute(Command command) {
        PartnerId partner = command.principal().partner().id();
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.SOURCES_ATTACHED,
                partner,
                command.principal().credentialId(),
                command.user().value(),
                command.origin(),
                now);
        return transactions.inTransaction(() -> {
            KnownUser user = attachments.snapshot(command.user(), partner);
            Connection connection = user == null ? null : user.connection();
            if (user == null || connection == null || !connection.isActive()) {
                return new Outcome.NoSuchUser();
            }
            List<OfferedSource> offered = offering.of(user.id(), command.submitted(), user.ringKeys());
            Attachment attachment = Attachment.of(user, partner, offered, audit, now);
            attachments.record(attachment);
            return new Outcome.Attached(user.id(), attachment.added().size(), attachment.answers());
        });
    }
}
