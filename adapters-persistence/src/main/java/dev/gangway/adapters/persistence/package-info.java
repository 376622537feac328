/**
 * The ports that keep something, implemented once for H2 and PostgreSQL. Start at
 * {@link dev.gangway.adapters.persistence.PersistenceAdapters}; the schema is in {@code db/migration}, and where the two
 * databases differ is in {@link dev.gangway.adapters.persistence.SqlDialect}. Each port method is one transaction, or a
 * part of the one around it; what several racers may write is inserted if absent, never inserted and caught.
 */
@NullMarked
package dev.gangway.adapters.persistence;

import org.jspecify.annotations.NullMarked;
