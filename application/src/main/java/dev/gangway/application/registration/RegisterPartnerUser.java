package dev.gangway.application.registration;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.LinkIssuer;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.discount.DiscountRefusal;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.registration.RegistrationDecision;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The product's one call: provisions the user or finds it, attaches its sources, queues their import, applies the
 * discount and issues the link, all in one database transaction (seed 000; contract, "POST /api/v1/partner/register").
 *
 * <p>It first records a new user without looking, which is what most calls are, and takes the longer path only when the
 * address is known.
 */
public final class RegisterPartnerUser {
    /** More would mean that a user appears and disappears as fast as we look, which nothing here can do. */
    private static final int ATTEMPTS = 3;

    private final Registrations registrations;
    private final Transactions transactions;
    private final SourceOffering offering;
    private final Ids ids;
    private final LinkIssuer links;
    private final Clock clock;

    /**
     * @param baseUrl where the redirect links lead, scheme and authority without a trailing slash; never taken from a
     *     request
     */
    public RegisterPartnerUser(
            Registrations registrations,
            Transactions transactions,
            CredentialVault vault,
            Fingerprints fingerprints,
            LinkSigner signer,
            RandomTokens tokens,
            Ids ids,
            Clock clock,
            String baseUrl) {
        this.registrations = registrations;
        this.transactions = transactions;
        this.offering = new SourceOffering(vault, fingerprints, ids);
        this.ids = ids;
        this.links = new LinkIssuer(signer, tokens, ids, baseUrl);
        this.clock = clock;
    }

    /** A checked request, who sends it and from where. */
    public record Command(RegistrationRequest request, Principal principal, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The user is there, its sources are queued, the link is live.
         *
         * @param userId the user
         * @param created whether it is new
         * @param sourcesAdded how many sources are new
         * @param sources one per item sent, in that order
         * @param discount what became of the discount
         * @param linkId what the partner may call the link
         * @param redirectUrl the single-use link
         * @param redirectExpiresAt when it dies, whole seconds
         */
        record Registered(
                UserId userId,
                boolean created,
                int sourcesAdded,
                List<SourceAnswer> sources,
                DiscountOutcome discount,
                LinkId linkId,
                OutboundSecret redirectUrl,
                Instant redirectExpiresAt)
                implements Outcome {}

        /** Nothing was changed. */
        record Refused(ErrorCode code) implements Outcome {}
    }

    /** Registers the user. */
    public Outcome execute(Command command) {
        RegistrationRequest request = command.request();
        Partner partner = command.principal().partner();
        if (!request.partnerSource().equals(partner.partnerSource())) {
            return new Outcome.Refused(ErrorCode.PARTNER_MISMATCH);
        }
        Instant now = ApplicationTime.now(clock);
        Attempt attempt = new Attempt(command, partner, now, links.prepare(partner, now));
        for (int i = 0; i < ATTEMPTS; i++) {
            Outcome outcome = attempt.asNewUser();
            if (outcome == null) {
                outcome = transactions.inTransaction(attempt::asKnownUser);
            }
            if (outcome != null) {
                return outcome;
            }
        }
        throw new IllegalStateException("The user was neither new nor known in " + ATTEMPTS + " attempts");
    }

    /** One call's work, as far as it is the same for a new and a known user. */
    private final class Attempt {
        private final Command command;
        private final RegistrationRequest request;
        private final Partner partner;
        private final Instant now;
        private final LinkIssuer.Prepared link;

        Attempt(Command command, Partner partner, Instant now, LinkIssuer.Prepared link) {
            this.command = command;
            this.request = command.request();
            this.partner = partner;
            this.now = now;
            this.link = link;
        }

        /** The outcome, or null if the user is known or the partner's id of it is taken. */
        @Nullable
        Outcome asNewUser() {
            NewUser user = new NewUser(
                    ids.userId(),
                    partner.realm(),
                    request.email(),
                    request.name(),
                    request.surname(),
                    request.jurisdiction(),
                    now);
            Registration registration =
                    Registration.ofNewUser(user, request, partner, materialFor(user.id(), Set.of()));
            Recorded recorded = registrations.record(registration);
            return recorded.isKept() ? answer(registration, recorded) : refusal(recorded);
        }

        /** The outcome, or null if nobody has the address any more. */
        @Nullable
        Outcome asKnownUser() {
            KnownUser user =
                    registrations.snapshot(partner.realm(), request.email(), partner.id(), request.partnerUserId());
            if (user == null) {
                return null;
            }
            return switch (Registration.ofKnownUser(user, request, partner, materialFor(user.id(), user.ringKeys()))) {
                case RegistrationDecision.Refused refused -> new Outcome.Refused(refused.code());
                case Registration registration -> {
                    Recorded recorded = registrations.record(registration);
                    yield recorded.isKept() ? answer(registration, recorded) : refusal(recorded);
                }
            };
        }

        private @Nullable Outcome refusal(Recorded recorded) {
            return recorded == Recorded.PARTNER_USER_ID_IN_USE
                    ? new Outcome.Refused(ErrorCode.PARTNER_USER_ID_IN_USE)
                    : null;
        }

        private Registration.Material materialFor(UserId owner, Set<String> ringKeys) {
            List<OfferedSource> offered = offering.of(owner, request.submitted(), ringKeys);
            return new Registration.Material(
                    offered,
                    link.of(owner),
                    (action, by, userId, at) -> new AuditEntry(
                            action, by.id(), command.principal().credentialId(), userId.value(), command.origin(), at),
                    now);
        }

        private Outcome answer(Registration registration, Recorded recorded) {
            return new Outcome.Registered(
                    registration.userId(),
                    registration.newUser() != null,
                    registration.sourcesAdded(),
                    registration.answers(),
                    recorded == Recorded.KEPT_WITHOUT_DISCOUNT
                            ? exhausted(registration.discount())
                            : registration.discount(),
                    registration.link().id(),
                    link.url(),
                    link.expiresAt());
        }

        private DiscountOutcome exhausted(DiscountOutcome decided) {
            return decided instanceof DiscountOutcome.Applied applied
                    ? new DiscountOutcome.Refused(applied.tried(), DiscountRefusal.DISCOUNT_EXHAUSTED)
                    : decided;
        }
    }
}
