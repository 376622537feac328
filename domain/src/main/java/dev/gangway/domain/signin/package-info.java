/**
 * Landing signed in: redirect links and sessions. Start at {@link dev.gangway.domain.signin.LinkPower}. A link's id and
 * a session's id are stored as hashes; single use is keyed on the id, never on the token's spelling.
 */
@NullMarked
package dev.gangway.domain.signin;

import org.jspecify.annotations.NullMarked;
