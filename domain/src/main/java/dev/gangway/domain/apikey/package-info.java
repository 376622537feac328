/**
 * Partner credentials: how a partner proves itself. Start at
 * {@link dev.gangway.domain.apikey.PartnerCredential}. A secret is shown once and kept as a hash.
 */
@NullMarked
package dev.gangway.domain.apikey;

import org.jspecify.annotations.NullMarked;
