/** The port of the report page. */
@NullMarked
package dev.gangway.application.report.port;

import org.jspecify.annotations.NullMarked;
