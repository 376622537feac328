/**
 * Importing sources, keeping them up to date, replacing their keys, deriving their ledgers anew. Start at
 * {@link dev.gangway.application.source.ImportSource}. Every write of a run holds only while the run is the source's own.
 */
@NullMarked
package dev.gangway.application.source;

import org.jspecify.annotations.NullMarked;
