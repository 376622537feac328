package dev.gangway.domain.registration;

import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one registration changes, decided and not yet recorded: all of it is recorded in one transaction, or
 * none of it is.
 *
 * @param userId whom it is about
 * @param newUser the user to create with attribution and an active connection, null if it exists
 * @param partner who registers it
 * @param partnerUserId the partner's id to set on the connection, null for no change
 * @param added sources to create, each with a first import queued
 * @param replaced credentials to replace on sources that exist
 * @param sentAgain sources that exist and that this partner sent too
 * @param discount what became of the discount; a capped one is {@code Applied} only if the record says so
 * @param link the link to issue; unused older ones of this user and partner are superseded
 * @param answers the answer's {@code sources}
 * @param audit what the audit log gets
 * @param at when
 */
public record Registration(
        UserId userId,
        @Nullable NewUser newUser,
        Partner partner,
        @Nullable PartnerUserId partnerUserId,
        List<OfferedSource> added,
        List<Replaced> replaced,
        List<SourceId> sentAgain,
        DiscountOutcome discount,
        NewLink link,
        List<SourceAnswer> answers,
        AuditEntry audit,
        Instant at)
        implements RegistrationDecision {
    /** Copies. */
    public Registration {
        added = List.copyOf(added);
        replaced = List.copyOf(replaced);
        sentAgain = List.copyOf(sentAgain);
        answers = List.copyOf(answers);
    }

    /**
     * New credentials of a source that exists.
     *
     * @param id the source
     * @param sealed what it has from now on
     * @param fingerprint of the new credentials, under the key that is in use
     * @param requeued whether another import is queued, with a failed source back in {@code processing}; a run that
     *     still holds the old credentials can then no longer end it
     */
    public record Replaced(
            SourceId id, SealedCredentials sealed, CredentialFingerprint fingerprint, boolean requeued) {}

    /**
     * What a registration brings along, made before the decision: ids, hashes, ciphertexts and times.
     *
     * @param offered all fingerprinted under the same keys, those of a known user's sources among them
     */
    public record Material(List<OfferedSource> offered, NewLink link, AuditOrigin origin, Instant now) {
        /** Copies. */
        public Material {
            offered = List.copyOf(offered);
        }
    }

    /** Decides for a user that nobody has registered yet. */
    public static Registration ofNewUser(
            NewUser user, RegistrationRequest request, Partner partner, Material material) {
        SortedSources sources = SortedSources.of(material.offered(), List.of());
        return new Registration(
                user.id(),
                user,
                partner,
                request.partnerUserId(),
                sources.added,
                List.of(),
                List.of(),
                DiscountOutcome.decide(partner, request.discountCode(), false, material.now()),
                material.link(),
                sources.answers,
                material.origin().entry(AuditAction.USER_REGISTERED, partner, user.id(), material.now()),
                material.now());
    }

    /** Decides for a user that exists. */
    public static RegistrationDecision ofKnownUser(
            KnownUser user, RegistrationRequest request, Partner partner, Material material) {
        ErrorCode refusal = refusal(user, request);
        if (refusal != null) {
            return new Refused(refusal);
        }
        SortedSources sources = SortedSources.of(material.offered(), user.sources());
        Connection connection = user.connection();
        boolean idIsNew = connection != null && connection.partnerUserId() == null;
        return new Registration(
                user.id(),
                null,
                partner,
                idIsNew ? request.partnerUserId() : null,
                sources.added,
                sources.replaced,
                sources.sentAgain,
                DiscountOutcome.decide(partner, request.discountCode(), user.hasDiscount(), material.now()),
                material.link(),
                sources.answers,
                material.origin().entry(AuditAction.USER_REGISTERED_AGAIN, partner, user.id(), material.now()),
                material.now());
    }

    /** Why this partner may not register this user, null if it may. */
    public static @Nullable ErrorCode refusal(KnownUser user, RegistrationRequest request) {
        Connection connection = user.connection();
        if (connection == null || !connection.isActive()) {
            return ErrorCode.USER_LINKED_TO_OTHER_PARTNER;
        }
        PartnerUserId sent = request.partnerUserId();
        PartnerUserId known = connection.partnerUserId();
        boolean another = sent != null && known != null && !sent.equals(known);
        return another || user.partnerUserIdTaken() ? ErrorCode.PARTNER_USER_ID_IN_USE : null;
    }

    /** How many sources are new. */
    public int sourcesAdded() {
        return added.size();
    }

    /** Who calls, for the audit entry whose subject is known only with the decision. */
    @FunctionalInterface
    public interface AuditOrigin {
        /** The entry for {@code action} on {@code userId}. */
        AuditEntry entry(AuditAction action, Partner partner, UserId userId, Instant at);
    }
}
