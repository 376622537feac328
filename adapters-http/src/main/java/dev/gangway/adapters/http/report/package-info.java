/**
 * The report page, where a user lands. Start at {@link dev.gangway.adapters.http.report.ReportRoutes}.
 *
 * <p>Invariant: a session sees its own user's report and no other.
 */
@NullMarked
package dev.gangway.adapters.http.report;

import org.jspecify.annotations.NullMarked;
