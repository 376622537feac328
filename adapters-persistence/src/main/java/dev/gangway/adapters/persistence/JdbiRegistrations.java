package dev.gangway.adapters.persistence;

import dev.gangway.adapters.persistence.RegistrationSql.Reward;
import dev.gangway.adapters.persistence.RegistrationSql.Shape;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.domain.discount.DiscountOutcome;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.PersonName;
import dev.gangway.domain.user.Realm;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Registrations in one string of statements. On PostgreSQL the string of a new user is a transaction of its own where
 * nothing in it may have to be taken back, which saves the commit's round trip.
 */
final class JdbiRegistrations implements Registrations {
    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiRegistrations(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public @Nullable KnownUser snapshot(
            Realm realm, EmailAddress email, PartnerId partnerId, @Nullable PartnerUserId partnerUserId) {
        return jdbi.withHandle(
                handle -> UserSnapshot.read(handle.getConnection(), dialect, realm, email, partnerId, partnerUserId));
    }

    @Override
    public Recorded record(Registration registration) {
        Shape shape = shape(registration);
        // what may have to be taken back once it is written
        boolean refusable = shape.partnerUserId();
        boolean oneString = shape.newUser() && dialect.takesStringsWhole();
        return jdbi.withHandle(handle -> {
            if (!refusable && (oneString || handle.isInTransaction())) {
                return write(handle, registration, shape);
            }
            return UndoableWork.in(handle, () -> write(handle, registration, shape), recorded -> !recorded.isKept());
        });
    }

    private static Shape shape(Registration registration) {
        Reward reward = !(registration.discount() instanceof DiscountOutcome.Applied applied)
                ? Reward.NONE
                : applied.discount().cap() == null ? Reward.UNCAPPED : Reward.CAPPED;
        return new Shape(registration.newUser() != null, registration.partnerUserId() != null, reward);
    }

    private Recorded write(Handle handle, Registration registration, Shape shape) {
        ReplacedCredentials.write(handle, registration.userId(), registration.replaced(), registration.at());
        int[] counts = RegistrationSql.of(shape).write(handle.getConnection(), dialect, args(registration));
        if (shape.newUser() && counts[0] == 0) {
            return Recorded.USER_EXISTS;
        }
        if (shape.partnerUserId() && counts[1] == 0) {
            return Recorded.PARTNER_USER_ID_IN_USE;
        }
        return shape.reward() == Reward.CAPPED && counts[counts.length - 1] == 0
                ? Recorded.KEPT_WITHOUT_DISCOUNT
                : Recorded.KEPT;
    }

    private static Args args(Registration registration) {
        PartnerId partner = registration.partner().id();
        Args args = new Args()
                .text("userId", registration.userId().value())
                .uuid("partnerId", partner.value())
                .time("at", registration.at())
                .digest("linkHash", registration.link().idHash())
                .text("linkId", registration.link().id().value())
                .text("delivery", Rows.stored(registration.link().delivery()))
                .time("issuedAt", registration.link().issuedAt())
                .time("expiresAt", registration.link().expiresAt());
        NewUser user = registration.newUser();
        if (user != null) {
            args.text("realm", user.realm().value())
                    .text("email", user.email().value())
                    .text("emailCanonical", user.email().canonical())
                    .text("name", text(user.name()))
                    .text("surname", text(user.surname()))
                    .text("jurisdiction", user.jurisdiction().value());
        }
        PartnerUserId partnerUserId = registration.partnerUserId();
        if (partnerUserId != null) {
            args.text("partnerUserId", partnerUserId.value());
        }
        if (registration.discount() instanceof DiscountOutcome.Applied applied) {
            args.text("codeCanonical", applied.discount().code().canonical())
                    .text("code", applied.discount().code().value());
        }
        AuditLog.bind(args, registration.audit());
        return SourceArgs.bind(args, registration.added(), registration.replaced(), registration.sentAgain());
    }

    private static @Nullable String text(@Nullable PersonName name) {
        return name == null ? null : name.value();
    }
}
