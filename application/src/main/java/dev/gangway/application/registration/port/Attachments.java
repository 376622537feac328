package dev.gangway.application.registration.port;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.registration.Attachment;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * What attaching sources reads and what it records, both in one {@code Transactions.inTransaction}: the snapshot locks the
 * user until its end, so that attachments, registrations and removals of one user follow one another.
 */
public interface Attachments {
    /** What has to be known of the user, null if there is none. It stays locked until the end of the transaction. */
    @Nullable
    KnownUser snapshot(UserId user, PartnerId partner);

    /** Records all of it, its sources as {@link Registrations#record} would. */
    void record(Attachment attachment);
}
