package dev.gangway.application.user;

import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.UserId;

/** By what a partner asks for one of its users. */
public sealed interface UserReference {
    /** By our id. */
    record ById(UserId id) implements UserReference {}

    /** By the address, in the partner's realm. */
    record ByEmail(Realm realm, EmailAddress email) implements UserReference {}

    /** By the partner's own id. */
    record ByPartnerUserId(PartnerUserId id) implements UserReference {}
}
