/**
 * Sources: one account of a user at one exchange, its sealed credentials and its imports. Start at
 * {@link dev.gangway.domain.source.SourceStatus}. Credentials are opened for the length of one run only.
 */
@NullMarked
package dev.gangway.domain.source;

import org.jspecify.annotations.NullMarked;
