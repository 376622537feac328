/** Whether the server lives and whether it can work. Start at {@link dev.gangway.adapters.http.health.HealthCheck}. */
@NullMarked
package dev.gangway.adapters.http.health;

import org.jspecify.annotations.NullMarked;
