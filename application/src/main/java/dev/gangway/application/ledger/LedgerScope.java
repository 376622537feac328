package dev.gangway.application.ledger;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a user's ledger is looked at. Merged sources are in none.
 *
 * @param user whose ledger
 * @param sentBy only the sources that this partner sent (also as a duplicate); null for all of the user's
 */
public record LedgerScope(UserId user, @Nullable PartnerId sentBy) {
    /** Everything that is the user's. */
    public static LedgerScope whole(UserId user) {
        return new LedgerScope(user, null);
    }
}
