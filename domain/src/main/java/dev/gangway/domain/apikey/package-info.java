/**
 * Partner credentials: how a partner proves itself. Start at
 * {@link dev.gangway.domain.apikey.PartnerCredential}. A secret that we make is shown once: of a
 * token its hash is kept, of one that signs its seal. Of a partner's own key there is nothing but the public half.
 */
@NullMarked
package dev.gangway.domain.apikey;

import org.jspecify.annotations.NullMarked;
