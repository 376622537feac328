/** What the rules let pass. */
@NullMarked
package dev.gangway.architecture.seeded.bootstrap.demo.sixpence.api;

import org.jspecify.annotations.NullMarked;
