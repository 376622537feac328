/** What is called, and what is not. */
@NullMarked
package dev.gangway.adapters.outbound;

import org.jspecify.annotations.NullMarked;
