package dev.gangway.application.partner;

import dev.gangway.application.partner.port.Partners;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.InvalidValue;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person types to name a partner: its slug or {@code partner_source} in any case, or its id. */
public record PartnerReference(String value) {
    /** The partner that is meant, or null if there is none. */
    public @Nullable Partner resolve(Partners partners) {
        try {
            Partner bySlug = partners.find(new PartnerSlug(Ascii.lower(value)));
            if (bySlug != null) {
                return bySlug;
            }
        } catch (InvalidValue notASlug) {
            // an id, then
        }
        try {
            return partners.find(new PartnerId(UUID.fromString(value)));
        } catch (IllegalArgumentException notAnId) {
            return null;
        }
    }
}
