/** The ports of partner enrolment and credential management. */
@NullMarked
package dev.gangway.application.partner.port;

import org.jspecify.annotations.NullMarked;
