package dev.gangway.application.signin.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.signin.NewSession;
import dev.gangway.domain.signin.RedirectToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Redirect links as the database knows them. {@code Registrations.record} issues those of registrations. */
public interface RedirectTokens {
    /** Issues one more link, which supersedes none, and records {@code audit}, both or neither. */
    void issue(NewLink link, AuditEntry audit);

    /** The link with this id, or null if there is none. */
    @Nullable
    Issued find(Digest idHash);

    /**
     * A link and what decides its power.
     *
     * @param token the link
     * @param partnerId the partner it was issued to
     * @param partnerName what people call the partner
     * @param wayForward where the partner takes users whose link is dead, null if nowhere
     * @param attributedTo the partner that brought the user, null if none did
     * @param connectionActive whether the user lets the partner in
     */
    record Issued(
            RedirectToken token,
            PartnerId partnerId,
            String partnerName,
            @Nullable WebAddress wayForward,
            @Nullable PartnerId attributedTo,
            boolean connectionActive) {}

    /** Records that the link's page was shown, unless it was before. */
    void viewed(Digest idHash, Instant now);

    /**
     * Uses the link if it is live at {@code now}: marks it used, begins {@code session}, ends {@code endedSession} and
     * records {@code audit}, all or nothing. Of any number of simultaneous calls exactly one answers true.
     *
     * @param endedSession the session that the browser had before, null if none
     * @return whether this call used it
     */
    boolean consume(Digest idHash, Instant now, NewSession session, @Nullable Digest endedSession, AuditEntry audit);
}
