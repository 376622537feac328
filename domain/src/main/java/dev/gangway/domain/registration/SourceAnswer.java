package dev.gangway.domain.registration;

import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;

/**
 * One item of the answer's {@code sources}, in the order sent.
 *
 * @param id the source, the older one for a duplicate
 * @param exchange where the account is
 * @param duplicate whether the user had it already ({@code skipped_duplicate})
 */
public record SourceAnswer(SourceId id, ExchangeName exchange, boolean duplicate) {}
