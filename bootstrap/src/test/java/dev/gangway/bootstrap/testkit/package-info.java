/** What the tests of the whole program stand on: real databases, the command line, and processes of its own. */
@NullMarked
package dev.gangway.bootstrap.testkit;

import org.jspecify.annotations.NullMarked;
