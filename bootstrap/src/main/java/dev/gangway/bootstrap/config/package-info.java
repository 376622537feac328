/**
 * The configuration: {@code GANGWAY_*} environment variables, read once into typed records. Start at
 * {@link dev.gangway.bootstrap.config.Keys}, the one table of them all; docs/configuration.md says the same and a test
 * compares the two. An unknown or malformed variable stops the start.
 */
@NullMarked
package dev.gangway.bootstrap.config;

import org.jspecify.annotations.NullMarked;
