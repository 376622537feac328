package dev.gangway.application.registration;

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
final class LinkIssuer {
    private final LinkSigner signer;
    private final RandomTokens tokens;
    private final String baseUrl;

    LinkIssuer(LinkSigner signer, RandomTokens tokens, String baseUrl) {
        this.signer = signer;
        this.tokens = tokens;
        this.baseUrl = baseUrl;
    }

    /** A signed link that belongs to nobody yet. */
    Prepared prepare(Partner partner, Instant now) {
        OutboundSecret id = tokens.next();
        Instant expiresAt =
                now.truncatedTo(ChronoUnit.SECONDS).plus(partner.linkLifetime().value());
        String token = signer.sign(id, now, expiresAt).value();
        return new Prepared(new OutboundSecret(baseUrl + "/r/" + token), id, partner, now, expiresAt);
    }

    /** A link whose user is not known yet. */
    final class Prepared {
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

        OutboundSecret url() {
            return url;
        }

        Instant expiresAt() {
            return expiresAt;
        }

        NewLink of(UserId user) {
            return new NewLink(tokens.hash(id), user, partner.id(), Delivery.REDIRECT, issuedAt, expiresAt);
        }
    }
}
