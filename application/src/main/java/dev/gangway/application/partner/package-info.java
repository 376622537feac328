/** Enrolling partners and managing their credentials. Start at {@link dev.gangway.application.partner.EnrolPartner}. */
@NullMarked
package dev.gangway.application.partner;

import org.jspecify.annotations.NullMarked;
