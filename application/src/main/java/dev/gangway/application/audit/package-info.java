/**
 * The audit log beside what changes write to it: refused calls, and what is told of them. Start at
 * {@link dev.gangway.application.audit.NoteRefusal}. Nothing here holds a token, a signature or a secret, and no answer
 * waits for the database.
 */
@NullMarked
package dev.gangway.application.audit;

import org.jspecify.annotations.NullMarked;
