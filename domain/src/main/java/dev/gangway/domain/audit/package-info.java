/**
 * The audit log's vocabulary. An {@link dev.gangway.domain.audit.AuditEntry} is written in the transaction of the change
 * that it tells of, or not at all. Refused calls, which change nothing, are counted beside it.
 */
@NullMarked
package dev.gangway.domain.audit;

import org.jspecify.annotations.NullMarked;
