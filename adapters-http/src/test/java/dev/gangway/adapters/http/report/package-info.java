/** Parts of the report's routes by themselves. */
@NullMarked
package dev.gangway.adapters.http.report;

import org.jspecify.annotations.NullMarked;
