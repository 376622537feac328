/** A small house whose every room breaks a rule: what the guards beside it must find. Nothing here runs. */
@NullMarked
package dev.gangway.architecture.seeded;

import org.jspecify.annotations.NullMarked;
