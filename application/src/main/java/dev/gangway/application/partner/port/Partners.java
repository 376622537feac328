package dev.gangway.application.partner.port;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Partners and their enrolment. */
public interface Partners {
    /** The partner with this identity, or null. */
    @Nullable
    Partner find(PartnerId id);

    /** The partner with this slug, or null. */
    @Nullable
    Partner find(PartnerSlug slug);

    /** All of them, by slug. */
    List<Partner> all();

    /**
     * Enrols a new partner.
     *
     * @return false if its id, slug or name is taken; nothing was written
     */
    boolean add(Partner partner, AuditEntry audit);

    /**
     * Makes the enrolled partner with this id what {@code partner} says; its slug and realm stay. A discount that is no
     * longer named is no longer given, and users who have it keep it.
     *
     * @return false if there is none with this id, or its name is taken; nothing was written
     */
    boolean change(Partner partner, AuditEntry audit);
}
