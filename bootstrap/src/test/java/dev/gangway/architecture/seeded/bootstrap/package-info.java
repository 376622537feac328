/** Seeds of bootstrap. */
@NullMarked
package dev.gangway.architecture.seeded.bootstrap;

import org.jspecify.annotations.NullMarked;
