/**
 * What a node tells of itself to Prometheus. Start at {@link dev.gangway.bootstrap.metrics.Metrics}. Labels are route
 * templates, methods and statuses: never a path, an address or anything of a user's.
 */
@NullMarked
package dev.gangway.bootstrap.metrics;

import org.jspecify.annotations.NullMarked;
