/**
 * Histories that users bring as files. Start at {@link dev.gangway.application.upload.ReadUpload}. Nothing is in a ledger
 * before its owner has seen what was understood and confirmed it.
 */
@NullMarked
package dev.gangway.application.upload;

import org.jspecify.annotations.NullMarked;
