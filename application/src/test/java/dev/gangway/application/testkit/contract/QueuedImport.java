package dev.gangway.application.testkit.contract;

import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceId;

/**
 * An import job that waits for a worker.
 *
 * @param source what it imports
 * @param credentials the credentials that it was queued for
 * @param priority its rank among those that wait
 */
public record QueuedImport(SourceId source, CredentialsId credentials, ImportPriority priority) {}
