/**
 * A partner's users, as that partner may see them, and what it takes back of what it gave. Only an active connection lets it;
 * whatever else there is, the partner is told that there is no such user. Start at {@link dev.gangway.application.user.FindPartnerUser}.
 */
@NullMarked
package dev.gangway.application.user;

import org.jspecify.annotations.NullMarked;
