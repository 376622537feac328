/** Opening the configured database and judging its schema. Start at {@link dev.gangway.bootstrap.database.Databases}. */
@NullMarked
package dev.gangway.bootstrap.database;

import org.jspecify.annotations.NullMarked;
