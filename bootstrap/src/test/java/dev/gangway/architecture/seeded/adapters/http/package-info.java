/** Seeds of adapters-http. */
@NullMarked
package dev.gangway.architecture.seeded.adapters.http;

import org.jspecify.annotations.NullMarked;
