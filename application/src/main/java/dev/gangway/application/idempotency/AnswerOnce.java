package dev.gangway.application.idempotency;

import dev.gangway.application.auth.Principal;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.idempotency.port.AnsweredCalls.Remembered;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.LinkIssuer;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.idempotency.IdempotencyKey;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does a call that has a key once and answers its repetitions from memory (contract, "Idempotency-Key"). The call's work
 * joins the transaction in which its answer is remembered: either both are kept or neither is.
 *
 * <p>Links are not remembered. Who repeats a call whose answer has one gets a fresh one, which supersedes none: the first
 * answer may have arrived after all.
 */
public final class AnswerOnce {
    private static final Duration KEPT = Duration.ofHours(24);

    private final AnsweredCalls calls;
    private final RedirectTokens redirectTokens;
    private final LinkIssuer links;
    private final RandomTokens tokens;
    private final Clock clock;

    /** Remembers in {@code calls}; fresh links lead to {@code baseUrl}, as those of {@link LinkIssuer} do. */
    public AnswerOnce(
            AnsweredCalls calls,
            RedirectTokens redirectTokens,
            LinkSigner signer,
            RandomTokens tokens,
            Ids ids,
            Clock clock,
            String baseUrl) {
        this.calls = calls;
        this.redirectTokens = redirectTokens;
        this.links = new LinkIssuer(signer, tokens, ids, baseUrl);
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A call that has a key.
     *
     * @param key its key
     * @param route the method and the path with the ids in it: a key counts for one route, and for one user's
     * @param request all that a repetition must have in common with it; a secret, for it holds credentials
     * @param principal who calls; whichever of the partner's credentials it uses
     * @param origin from where
     * @param work does what it asks for
     */
    public record Command<T>(
            IdempotencyKey key,
            String route,
            Secret request,
            Principal principal,
            RequestOrigin origin,
            Supplier<Done<T>> work) {}

    /**
     * What the work came to.
     *
     * @param answer its answer
     * @param memory what a repetition is answered from, null if it is to be done anew, as after a refusal
     */
    public record Done<T>(T answer, @Nullable Memory memory) {}

    /**
     * An answer to remember.
     *
     * @param text the answer without its link; no secret, for it is stored as it is
     * @param linkFor whom its link signs in, null if it has none
     */
    public record Memory(String text, @Nullable UserId linkFor) {}

    /** What became of it. */
    public sealed interface Outcome<T> {
        /** The work was done now. */
        record Answered<T>(T answer) implements Outcome<T> {}

        /**
         * It was done before.
         *
         * @param text what was remembered
         * @param link a fresh link, null if the answer has none
         */
        record Replayed<T>(String text, @Nullable FreshLink link) implements Outcome<T> {}

        /** Nothing was done. */
        record Refused<T>(ErrorCode code) implements Outcome<T> {}
    }

    /**
     * A link that was issued now.
     *
     * @param id what the partner calls it
     * @param url where the browser is to go
     * @param expiresAt when it dies, whole seconds
     */
    public record FreshLink(LinkId id, OutboundSecret url, Instant expiresAt) {}

    /** Does it, or answers as before. */
    public <T> Outcome<T> execute(Command<T> command) {
        Instant now = ApplicationTime.now(clock);
        Digest request = tokens.hash(command.request());
        Digest call = call(command);
        Outcome<T> outcome = calls.<Outcome<T>>hold(
                call,
                now,
                remembered -> remembered == null
                        ? work(command, call, request, now)
                        : remembered.request().equals(request)
                                ? replay(command, remembered, now)
                                : new Outcome.Refused<>(ErrorCode.IDEMPOTENCY_KEY_REUSED));
        return outcome == null ? new Outcome.Refused<>(ErrorCode.REQUEST_IN_PROGRESS) : outcome;
    }

    /** Neither a route nor a partner's id has a line break in it. */
    private Digest call(Command<?> command) {
        return tokens.hash(Secret.of(command.principal().partner().id() + "\n" + command.route() + '\n'
                + command.key().value()));
    }

    private <T> Outcome<T> work(Command<T> command, Digest call, Digest request, Instant now) {
        Done<T> done = command.work().get();
        Memory memory = done.memory();
        if (memory != null) {
            calls.remember(call, new Remembered(request, memory.text(), memory.linkFor(), now.plus(KEPT)));
        }
        return new Outcome.Answered<>(done.answer());
    }

    private <T> Outcome<T> replay(Command<T> command, Remembered remembered, Instant now) {
        UserId user = remembered.linkFor();
        return new Outcome.Replayed<>(
                remembered.text(), user == null ? null : freshLink(command.principal(), command.origin(), user, now));
    }

    private FreshLink freshLink(Principal principal, RequestOrigin origin, UserId user, Instant now) {
        Partner partner = principal.partner();
        LinkIssuer.Prepared link = links.prepare(partner, now);
        NewLink issued = link.of(user);
        redirectTokens.issue(
                issued,
                new AuditEntry(
                        AuditAction.LINK_REISSUED, partner.id(), principal.credentialId(), user.value(), origin, now));
        return new FreshLink(issued.id(), link.url(), link.expiresAt());
    }
}
