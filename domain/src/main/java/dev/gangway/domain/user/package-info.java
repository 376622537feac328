/**
 * Users, the partner that brought each (attribution), and the partners that each lets in
 * ({@link dev.gangway.domain.user.Connection}). A user is one (realm, e-mail) for ever.
 */
@NullMarked
package dev.gangway.domain.user;

import org.jspecify.annotations.NullMarked;
