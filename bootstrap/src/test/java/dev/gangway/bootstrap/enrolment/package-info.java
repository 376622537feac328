/** What an enrolment file may say. */
@NullMarked
package dev.gangway.bootstrap.enrolment;

import org.jspecify.annotations.NullMarked;
