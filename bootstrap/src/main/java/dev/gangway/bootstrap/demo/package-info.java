/**
 * The demonstration: a Gangway in sandbox, the fictional SixpenceX beside it, and a partner enrolled. Start at
 * {@link dev.gangway.bootstrap.demo.Demo}; {@link dev.gangway.bootstrap.demo.Journey} walks through it over HTTP as a
 * partner and a browser do.
 */
@NullMarked
package dev.gangway.bootstrap.demo;

import org.jspecify.annotations.NullMarked;
