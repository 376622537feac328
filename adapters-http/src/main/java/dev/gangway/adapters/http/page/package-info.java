/**
 * What people see: one record per page with everything already in words, and {@link
 * dev.gangway.adapters.http.page.Pages}, which turns each of them into HTML through a precompiled template of the
 * same name in {@code src/main/jte}. Start at {@code Pages}.
 *
 * <p>Invariant: a view holds text, never markup. Templates escape every value by its context, keep foreign text in
 * {@code <bdi>}, and carry no inline style or script, so that the content security policy can forbid both.
 */
@NullMarked
package dev.gangway.adapters.http.page;

import org.jspecify.annotations.NullMarked;
