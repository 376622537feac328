package dev.gangway.adapters.exchanges.walk;

import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.source.AccountReference;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** The door to this package. */
public final class HistoryInParts {
    private HistoryInParts() {}

    /**
     * When a page is full.
     *
     * @param steps after so many at the latest
     * @param records with so many, and what the step that reached them brought
     */
    public record PageSize(int steps, int records) {}

    /**
     * An account whose history is read part by part.
     *
     * @param names of the parts, in their order
     * @param part how a part is read
     * @param mapping what the records become
     * @param now the time by which a run is bounded
     */
    public static <S extends Enum<S>> ExchangeConnector.Account account(
            AccountReference reference,
            Class<S> names,
            Function<S, Part<S>> part,
            RecordMapping mapping,
            Supplier<Instant> now,
            PageSize size) {
        return new StagedAccount<>(reference, names, part, mapping, now, size);
    }
}
