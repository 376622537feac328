/**
 * How the program logs. Start at {@link dev.gangway.bootstrap.log.Logging}. No credential, token, key or sign-in link is
 * ever logged on purpose; {@link dev.gangway.bootstrap.log.Redaction} is the net beneath.
 */
@NullMarked
package dev.gangway.bootstrap.log;

import org.jspecify.annotations.NullMarked;
