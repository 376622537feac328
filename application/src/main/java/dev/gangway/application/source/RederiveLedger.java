package dev.gangway.application.source;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.source.port.Derivations;
import dev.gangway.application.source.port.Derivations.Batch;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings what older versions of the mappers have stored up to the present ones, from the raw records alone: without a call
 * and without a key. Each batch is whole by itself; a run that was cut off is begun again and finds what is left to do.
 */
public final class RederiveLedger {
    private static final int SOURCES = 500;

    /** A raw record may have a million characters. */
    private static final int TRANSACTIONS = 200;

    private final Derivations derivations;
    private final List<ExchangeConnector> connectors;
    private final AuditTrail audit;
    private final Clock clock;

    /** Derives by {@code connectors}, of which none is opened. */
    public RederiveLedger(Derivations derivations, List<ExchangeConnector> connectors, AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
        this.derivations = derivations;
        this.connectors = connectors.stream()
                .sorted(Comparator.comparing(connector -> connector.exchange().value()))
                .toList();
    }

    /**
     * What to derive.
     *
     * @param exchange whose transactions, null for those of every exchange
     * @param origin who has it done
     */
    public record Command(@Nullable ExchangeName exchange, RequestOrigin origin) {}

    /** What came of it. */
    public sealed interface Outcome {
        /** An entry for each exchange that was gone through, by name. */
        record Derived(List<OfExchange> exchanges) implements Outcome {
            /** Copies. */
            public Derived {
                exchanges = List.copyOf(exchanges);
            }
        }

        /** Nobody here knows how to read this exchange's records. */
        record NoConnector(ExchangeName exchange) implements Outcome {}
    }

    /**
     * What became of an exchange's transactions that an older version had derived.
     *
     * @param exchange which exchange
     * @param version the present version of its mapper
     * @param derived how many were derived anew
     * @param changed how many of them have become something else
     * @param left how many were left as they are, because their record was cut off or is not understood as one
     */
    public record OfExchange(ExchangeName exchange, int version, long derived, long changed, long left) {
        private OfExchange plus(Batch batch) {
            return new OfExchange(
                    exchange, version, derived + batch.derived(), changed + batch.changed(), left + batch.left());
        }
    }

    /** Derives. A fault of the database is thrown; what was derived before it stays. */
    public Outcome execute(Command command) {
        List<ExchangeConnector> chosen = connectors.stream()
                .filter(connector ->
                        command.exchange() == null || connector.exchange().equals(command.exchange()))
                .toList();
        if (chosen.isEmpty() && command.exchange() != null) {
            return new Outcome.NoConnector(command.exchange());
        }
        // before anything changes: what is cut off has been begun, and is in the log
        audit.append(new AuditEntry(
                AuditAction.LEDGER_REDERIVED,
                null,
                null,
                command.exchange() == null ? "all" : command.exchange().value(),
                command.origin(),
                ApplicationTime.now(clock)));
        return new Outcome.Derived(chosen.stream().map(this::derive).toList());
    }

    private OfExchange derive(ExchangeConnector connector) {
        OfExchange sum = new OfExchange(connector.exchange(), connector.mapperVersion(), 0, 0, 0);
        List<SourceId> sources = derivations.sources(connector.exchange(), null, SOURCES);
        while (!sources.isEmpty()) {
            for (SourceId source : sources) {
                sum = derive(connector, source, sum);
            }
            sources = derivations.sources(connector.exchange(), sources.get(sources.size() - 1), SOURCES);
        }
        return sum;
    }

    private OfExchange derive(ExchangeConnector connector, SourceId source, OfExchange before) {
        OfExchange sum = before;
        @Nullable String after = null;
        do {
            Batch batch = derivations.derive(
                    source, connector.mapperVersion(), after, TRANSACTIONS, stored -> derived(connector, stored));
            sum = sum.plus(batch);
            after = batch.last();
        } while (after != null);
        return sum;
    }

    private static @Nullable LedgerTransaction derived(ExchangeConnector connector, LedgerTransaction stored) {
        try {
            LedgerTransaction derived = connector.map(stored.raw());
            // under another id it would be another transaction, and the next import would bring the first one back
            return derived == null || !derived.externalId().equals(stored.externalId())
                    ? null
                    : new LedgerTransaction(
                            stored.externalId(),
                            derived.kind(),
                            derived.occurredAt(),
                            derived.received(),
                            derived.sent(),
                            derived.fee(),
                            stored.raw(),
                            derived.mapperVersion());
        } catch (InvalidValue unstorable) {
            return null;
        }
    }
}
