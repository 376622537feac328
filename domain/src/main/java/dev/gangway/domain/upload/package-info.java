/**
 * Histories that users bring as files (docs/csv.md). Start at {@link dev.gangway.domain.upload.UploadedLine}. What could be
 * read in two ways is refused, and nothing is guessed.
 */
@NullMarked
package dev.gangway.domain.upload;

import org.jspecify.annotations.NullMarked;
