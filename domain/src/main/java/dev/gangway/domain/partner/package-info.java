/**
 * Partners: the companies that hand users over. Start at {@link dev.gangway.domain.partner.Partner}. Its slug and id
 * never change; everything else follows its enrolment file.
 */
@NullMarked
package dev.gangway.domain.partner;

import org.jspecify.annotations.NullMarked;
