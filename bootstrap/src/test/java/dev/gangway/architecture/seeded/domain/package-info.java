/** Seeds of the domain. */
@NullMarked
package dev.gangway.architecture.seeded.domain;

import org.jspecify.annotations.NullMarked;
