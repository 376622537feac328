package dev.gangway.adapters.persistence;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Things to write, each different from all the others. */
final class Given {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00.123456Z");
    static final ExchangeName EXCHANGE = new ExchangeName("SIXPENCE");
    static final DiscountCode UNCAPPED = DiscountCode.of("Welcome_500");
    static final DiscountCode CAPPED = DiscountCode.of("FIRST_TWO");

    private static final AtomicLong NUMBERS = new AtomicLong();

    private Given() {}

    static String ulid() {
        return String.format("01%024d", NUMBERS.incrementAndGet());
    }

    static Digest digest() {
        return new Digest(String.format("%064x", NUMBERS.incrementAndGet()));
    }

    static Partner partner() {
        long number = NUMBERS.incrementAndGet();
        return new Partner(
                new PartnerId(new UUID(7, number)),
                new PartnerSlug("partner" + number),
                "Partner " + number,
                Realm.SHARED,
                Set.of(EXCHANGE, new ExchangeName("KRAKEN")),
                List.of(new Discount(UNCAPPED, null, null), new Discount(CAPPED, 2, NOW.plus(Duration.ofDays(9)))),
                UNCAPPED,
                LinkLifetime.DEFAULT,
                null,
                null,
                CallRate.UNLIMITED);
    }

    static AuditEntry audit(AuditAction action, @Nullable PartnerId partner) {
        return new AuditEntry(action, partner, null, "subject", new RequestOrigin("req-1", "127.0.0.1"), NOW);
    }

    /** A call about one person. */
    record Call(
            Partner partner,
            String email,
            @Nullable DiscountCode discount,
            @Nullable PartnerUserId partnerUserId,
            List<Digest> keys) {
        static Call of(Partner partner, String email) {
            return new Call(partner, email, null, null, List.of(digest()));
        }

        Call withDiscount(DiscountCode code) {
            return new Call(partner, email, code, partnerUserId, keys);
        }

        Call withPartnerUserId(String id) {
            return new Call(partner, email, discount, new PartnerUserId(id), keys);
        }

        Call withKeys(Digest... wanted) {
            return new Call(partner, email, discount, partnerUserId, List.of(wanted));
        }

        RegistrationRequest request() {
            return new RegistrationRequest(
                    EmailAddress.of("email", email),
                    null,
                    null,
                    partner.partnerSource(),
                    discount,
                    new Jurisdiction("RSA"),
                    partnerUserId,
                    List.of());
        }

        Registration.Material materialFor(UserId owner) {
            List<OfferedSource> offered = new ArrayList<>();
            for (Digest key : keys) {
                offered.add(new OfferedSource(
                        new SourceId("src_" + ulid()),
                        EXCHANGE,
                        key,
                        digest(),
                        new SealedCredentials(new CredentialsId("crd_" + ulid()), owner, "sealed")));
            }
            NewLink link =
                    new NewLink(digest(), owner, partner.id(), Delivery.REDIRECT, NOW, NOW.plus(Duration.ofDays(30)));
            return new Registration.Material(
                    offered,
                    link,
                    (action, by, user, at) -> new AuditEntry(
                            action,
                            by.id(),
                            new CredentialId("cred_" + ulid()),
                            user.value(),
                            new RequestOrigin("req-1", "127.0.0.1"),
                            at),
                    NOW);
        }

        /** As of a person nobody knows. */
        Registration asNew() {
            UserId id = new UserId("usr_" + ulid());
            NewUser user = new NewUser(
                    id, partner.realm(), EmailAddress.of("email", email), null, null, new Jurisdiction("RSA"), NOW);
            return Registration.ofNewUser(user, request(), partner, materialFor(id));
        }
    }
}
