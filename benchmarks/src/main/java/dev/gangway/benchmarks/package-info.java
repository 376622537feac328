/**
 * What is claimed about speed, measured: micro-benchmarks, and the load run beside its yardstick.
 */
@NullMarked
package dev.gangway.benchmarks;

import org.jspecify.annotations.NullMarked;
