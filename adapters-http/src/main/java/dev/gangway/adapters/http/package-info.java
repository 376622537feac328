/**
 * What partners and browsers talk to: the partner API, the redirect link and the pages.
 */
@NullMarked
package dev.gangway.adapters.http;

import org.jspecify.annotations.NullMarked;
