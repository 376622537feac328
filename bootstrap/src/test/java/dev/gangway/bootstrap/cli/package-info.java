/** What the commands do, in this JVM and as processes of their own. */
@NullMarked
package dev.gangway.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
