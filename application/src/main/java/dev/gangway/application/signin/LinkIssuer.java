package dev.gangway.application.signin;

import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Prepares redirect links. The signature needs no user, so it is made before any connection is taken. */
public final class LinkIssuer {
    private final LinkSigner signer;
    private final RandomTokens tokens;
    private final Ids ids;
    private final String baseUrl;

    /**
     * @param baseUrl where links lead, scheme and authority without a trailing slash; never taken from a request
     */
    public LinkIssuer(LinkSigner signer, RandomTokens tokens, Ids ids, String baseUrl) {
        this.signer = signer;
        this.tokens = tokens;
        this.ids = ids;
        this.baseUrl = baseUrl;
    }

    /** A signed link that belongs to nobody yet. */
    public Prepared prepare(Partner partner, Instant now) {
        OutboundSecret id = tokens.next();
        Instant expiresAt =
                now.truncatedTo(ChronoUnit.SECONDS).plus(partner.linkLifetime().value());
        String token = signer.sign(id, now, expiresAt).value();
        return new Prepared(new OutboundSecret(baseUrl + "/r/" + token), id, partner, now, expiresAt);
    }

    /** A link whose user is not known yet. */
    public final class Prepared {
        private final OutboundSecret url;
        private final OutboundSecret id;
        private final Partner partner;
        private final Instant issuedAt;
        private final Instant expiresAt;

        private Prepared(OutboundSecret url, OutboundSecret id, Partner partner, Instant issuedAt, Instant expiresAt) {
            this.url = url;
            this.id = id;
            this.partner = partner;
            this.issuedAt = issuedAt;
            this.expiresAt = expiresAt;
        }

        /** Where the browser is to go. */
        public OutboundSecret url() {
            return url;
        }

        /** When it dies, whole seconds. */
        public Instant expiresAt() {
            return expiresAt;
        }

        /** What is stored of it once its user is known. */
        public NewLink of(UserId user) {
            return new NewLink(
                    ids.linkId(), tokens.hash(id), user, partner.id(), Delivery.REDIRECT, issuedAt, expiresAt);
        }
    }
}
