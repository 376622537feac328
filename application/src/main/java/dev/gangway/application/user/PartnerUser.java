package dev.gangway.application.user;

import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.PersonName;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user as one connected partner sees it: nothing in it comes from another partner.
 *
 * @param id the user
 * @param email the address, as this partner spelled it if it brought the user, else in its canonical form
 * @param name null if not told, or not by this partner
 * @param surname null if not told, or not by this partner
 * @param jurisdiction null if another partner told it
 * @param partnerUserId the partner's own id of the user, null if it never gave one
 * @param connectedAt since when the user lets the partner in
 * @param createdAt when the user came to be
 * @param sources how many sources the partner sees
 */
public record PartnerUser(
        UserId id,
        String email,
        @Nullable PersonName name,
        @Nullable PersonName surname,
        @Nullable Jurisdiction jurisdiction,
        @Nullable PartnerUserId partnerUserId,
        Instant connectedAt,
        Instant createdAt,
        int sources) {}
