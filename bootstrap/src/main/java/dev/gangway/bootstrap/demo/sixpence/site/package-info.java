/**
 * The partner's own web site: the portfolio of one customer and the "Get your tax report" button.
 *
 * <p>Start reading at {@link dev.gangway.bootstrap.demo.sixpence.site.Site}; the whole of a partner's integration is
 * {@link dev.gangway.bootstrap.demo.sixpence.site.RegisterCall}.
 *
 * <p>Invariants: the partner's token and the customer's API secret never reach the browser; text gets into a page only
 * through {@link dev.gangway.bootstrap.demo.sixpence.site.Template}, which escapes everything that is not already
 * {@link dev.gangway.bootstrap.demo.sixpence.site.Html}.
 */
@NullMarked
package dev.gangway.bootstrap.demo.sixpence.site;

import org.jspecify.annotations.NullMarked;
