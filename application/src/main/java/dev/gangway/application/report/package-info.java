/** What a signed-in user sees. Start at {@link dev.gangway.application.report.ViewReport}. */
@NullMarked
package dev.gangway.application.report;

import org.jspecify.annotations.NullMarked;
