package dev.gangway.application.user;

import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source as a connected partner sees it.
 *
 * @param id the source
 * @param exchange where the account is
 * @param status where it stands, never merged
 * @param failure why its last import ended without success, null if it did not; a populated source may have one
 * @param createdAt when it was attached
 * @param importedAt when an import last completed, null if none has
 */
public record PartnerSource(
        SourceId id,
        ExchangeName exchange,
        SourceStatus status,
        @Nullable SourceFailure failure,
        Instant createdAt,
        @Nullable Instant importedAt) {}
