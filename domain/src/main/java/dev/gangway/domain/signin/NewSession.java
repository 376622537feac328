package dev.gangway.domain.signin;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.user.UserId;
import java.time.Instant;

/**
 * A session about to begin; its id is in the browser's cookie only.
 *
 * @param idHash the hash of its id
 * @param userId who is signed in
 * @param signedInAt since when
 */
public record NewSession(Digest idHash, UserId userId, Instant signedInAt) {}
