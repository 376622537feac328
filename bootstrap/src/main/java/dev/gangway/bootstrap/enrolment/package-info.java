/**
 * A partner's enrolment file. Start at {@link dev.gangway.bootstrap.enrolment.EnrolmentFile}. The file is read strictly:
 * what is not understood is refused with its path, and nothing is enrolled.
 */
@NullMarked
package dev.gangway.bootstrap.enrolment;

import org.jspecify.annotations.NullMarked;
