/** The port of the audit log. */
@NullMarked
package dev.gangway.application.audit.port;

import org.jspecify.annotations.NullMarked;
