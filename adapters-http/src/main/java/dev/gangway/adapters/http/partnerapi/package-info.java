/**
 * What a partner asks about itself, its users, their sources and its links, beside the product's one call. Every route here
 * answers JSON to the partner alone; whatever is not the caller's looks like what does not exist.
 */
@NullMarked
package dev.gangway.adapters.http.partnerapi;

import org.jspecify.annotations.NullMarked;
