/**
 * The ports that keep something, implemented once for H2 and PostgreSQL.
 */
@NullMarked
package dev.gangway.adapters.persistence;

import org.jspecify.annotations.NullMarked;
