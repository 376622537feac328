package dev.gangway.application.registration.port;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.user.Realm;
import org.jspecify.annotations.Nullable;

/**
 * What a registration reads and what it records. To register a user that exists, both are called in one
 * {@code Transactions.inTransaction}: the snapshot locks the user until its end, so that registrations of one user
 * follow one another.
 */
public interface Registrations {
    /**
     * What a registration has to know, or null if nobody in the realm has the address. Within a transaction the user
     * stays locked against other registrations until its end.
     *
     * @param partnerId the calling partner
     * @param partnerUserId the partner's id in the call, null if it gave none
     */
    @Nullable
    KnownUser snapshot(Realm realm, EmailAddress email, PartnerId partnerId, @Nullable PartnerUserId partnerUserId);

    /**
     * Records all of it or, where the result is not {@link Recorded#isKept()}, none of it: the user with its
     * attribution and connection, the sources and who sent them, the replaced credentials, the discount, the link (and
     * the end of older unused ones), one import job per new or requeued source, and the audit entry. A source whose
     * secret is replaced while a run of it is under way gets a job too, since that run can no longer end it; so does one
     * whose run has failed since the snapshot. A failed source goes back to processing, from the beginning of its
     * history; one that was populated since the snapshot stays populated.
     *
     * <p>Of any number of simultaneous calls for one new address exactly one records; no call waits for what it need
     * not write.
     */
    Recorded record(Registration registration);

    /** What became of a record. */
    enum Recorded {
        /** All of it is kept. */
        KEPT,
        /** All of it is kept but the discount, whose cap was reached. */
        KEPT_WITHOUT_DISCOUNT,
        /** None of it: somebody in the realm has the address of the new user. Take the path of a known user. */
        USER_EXISTS,
        /** None of it: another user of the partner has the partner's id. */
        PARTNER_USER_ID_IN_USE;

        /** Whether the registration has happened. */
        public boolean isKept() {
            return this == KEPT || this == KEPT_WITHOUT_DISCOUNT;
        }
    }
}
