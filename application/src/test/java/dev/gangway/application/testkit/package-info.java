/**
 * What every implementation of a port is held to, and in-memory adapters that keep it. Published as the module's
 * test-jar; who uses it declares JUnit and AssertJ.
 */
@NullMarked
package dev.gangway.application.testkit;

import org.jspecify.annotations.NullMarked;
