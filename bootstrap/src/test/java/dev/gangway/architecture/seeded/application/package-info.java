/** Seeds of the application. */
@NullMarked
package dev.gangway.architecture.seeded.application;

import org.jspecify.annotations.NullMarked;
