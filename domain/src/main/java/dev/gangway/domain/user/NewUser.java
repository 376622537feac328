package dev.gangway.domain.user;

import dev.gangway.domain.shared.EmailAddress;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A user about to be created. Unique by realm and canonical e-mail address.
 *
 * @param id the identity it gets if nobody has the address
 * @param realm the space of its e-mail address
 * @param email its address as given
 * @param name given name, null if not told
 * @param surname null if not told
 * @param jurisdiction its tax jurisdiction
 * @param createdAt when
 */
public record NewUser(
        UserId id,
        Realm realm,
        EmailAddress email,
        @Nullable PersonName name,
        @Nullable PersonName surname,
        Jurisdiction jurisdiction,
        Instant createdAt) {}
