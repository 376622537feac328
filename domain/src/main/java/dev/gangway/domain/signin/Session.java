package dev.gangway.domain.signin;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/**
 * A session as the database knows it.
 *
 * @param idHash the hash of its id
 * @param userId who is signed in
 * @param email the user's address, for the page's head
 * @param signedInAt since when
 * @param lastSeenAt when a request last came, to the minute
 */
public record Session(Digest idHash, UserId userId, String email, Instant signedInAt, Instant lastSeenAt) {}
