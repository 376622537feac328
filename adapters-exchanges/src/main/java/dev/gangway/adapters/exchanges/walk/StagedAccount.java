package dev.gangway.adapters.exchanges.walk;

import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.walk.Part.Step;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Goes through the parts of one account's history. A page is what a few steps bring, many of which bring nothing. */
final class StagedAccount<S extends Enum<S>> implements ExchangeConnector.Account {
    private final AccountReference reference;
    private final Class<S> names;
    private final Map<S, Part<S>> parts;
    private final RecordMapping mapping;
    private final Supplier<Instant> now;
    private final HistoryInParts.PageSize size;

    StagedAccount(
            AccountReference reference,
            Class<S> names,
            Function<S, Part<S>> part,
            RecordMapping mapping,
            Supplier<Instant> now,
            HistoryInParts.PageSize size) {
        this.reference = reference;
        this.names = names;
        this.parts = new EnumMap<>(names);
        for (S name : Objects.requireNonNull(names.getEnumConstants())) {
            parts.put(name, part.apply(name));
        }
        this.mapping = mapping;
        this.now = now;
        this.size = size;
    }

    @Override
    public AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        Place<S> place = Place.at(cursor, names, now.get());
        List<LedgerTransaction> read = new ArrayList<>();
        for (int steps = 0; steps < size.steps() && read.size() < size.records(); steps++) {
            S name = place.part();
            if (name == null) {
                break;
            }
            try {
                Step<S> step = Objects.requireNonNull(parts.get(name)).read(place);
                read.addAll(mapping.readAll(step.records()));
                place = step.place();
            } catch (ExchangeUnavailable unavailable) {
                if (steps == 0) {
                    throw unavailable;
                }
                // what came before it is kept; the next page meets the same again, or does not
                break;
            }
        }
        return new Page(once(read), place.text(), place.part() == null);
    }

    /** A record that is told twice is one. */
    private static List<LedgerTransaction> once(List<LedgerTransaction> read) {
        Map<String, LedgerTransaction> byId = new LinkedHashMap<>();
        read.forEach(transaction -> byId.putIfAbsent(transaction.externalId(), transaction));
        return List.copyOf(byId.values());
    }
}
