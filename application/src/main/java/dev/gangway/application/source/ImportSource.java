package dev.gangway.application.source;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.RetryPolicy;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * One run of an import: opens the sealed credentials for its own length only, opens the account, and stores page after
 * page. Every write holds only while the run is the source's latest; a run that lost its source stops without a trace.
 */
public final class ImportSource {
    /** After how many faults of our own in a row a run that ends in another is given up; they take hours. */
    static final int MAX_FAULTS = 50;

    private final SourceImports imports;
    private final CredentialVault vault;
    private final Map<ExchangeName, ExchangeConnector> connectors;
    private final RetryPolicy retries;
    private final Ids ids;
    private final Clock clock;

    /** Imports from {@code connectors}, at most one per exchange. */
    public ImportSource(
            SourceImports imports,
            CredentialVault vault,
            List<ExchangeConnector> connectors,
            RetryPolicy retries,
            Ids ids,
            Clock clock) {
        this.imports = imports;
        this.vault = vault;
        Map<ExchangeName, ExchangeConnector> byExchange = new HashMap<>();
        for (ExchangeConnector connector : connectors) {
            if (byExchange.put(connector.exchange(), connector) != null) {
                throw new IllegalArgumentException("Two connectors for " + connector.exchange());
            }
        }
        this.connectors = Map.copyOf(byExchange);
        this.retries = retries;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * A queued import.
     *
     * @param source what to import
     * @param attempt which attempt this is, counted from 1
     * @param faults how often in a row the attempt has ended in a fault of our own
     * @param stopping whether this node is shutting down; asked between pages
     */
    public record Command(SourceId source, int attempt, int faults, BooleanSupplier stopping) {
        /** An attempt without a fault before it. */
        public Command(SourceId source, int attempt, BooleanSupplier stopping) {
            this(source, attempt, 0, stopping);
        }
    }

    /** What became of the run, for whoever queues. */
    public sealed interface Outcome {
        /** Nothing is left to do: complete, refused, given up, merged, or another run's business. */
        record Done(String how) implements Outcome {}

        /**
         * The exchange could not be read; another attempt after {@code delay}.
         *
         * @param counts whether this was an attempt; not if the exchange was not asked at all
         */
        record RetryAfter(Duration delay, String why, boolean counts) implements Outcome {}

        /** This node is shutting down; the job goes back to the queue for another, and the attempt does not count. */
        record HandedBack() implements Outcome {}
    }

    /**
     * Runs it. A fault of the database is thrown and leaves the source to another attempt, until there have been so many
     * that it must be something about this source.
     */
    public Outcome execute(Command command) {
        Begun run = imports.begin(command.source(), ids.importRunId(), now());
        if (run == null) {
            return new Outcome.Done("nothing to import");
        }
        ExchangeConnector connector = connectors.get(run.exchange());
        if (connector == null) {
            return end(run, SourceFailure.EXCHANGE_NOT_SUPPORTED);
        }
        try {
            return read(command, run, connector);
        } catch (CredentialVault.CredentialsUnreadable unreadable) {
            return end(run, SourceFailure.CREDENTIALS_UNREADABLE);
        } catch (ExchangeConnector.KeyRefused refused) {
            return end(run, refused.reason());
        } catch (ExchangeConnector.ExchangeUnavailable unavailable) {
            if (command.stopping().getAsBoolean()) {
                return new Outcome.HandedBack();
            }
            if (retries.isLast(command.attempt()) && !unavailable.isPostponed()) {
                return end(run, SourceFailure.EXCHANGE_UNREACHABLE);
            }
            return new Outcome.RetryAfter(
                    retries.waitAfter(command.attempt(), unavailable.retryAfter()),
                    String.valueOf(unavailable.getMessage()),
                    !unavailable.isPostponed());
        } catch (RuntimeException fault) {
            // ours or a connector's: tried again, but not for ever
            if (command.faults() < MAX_FAULTS || command.stopping().getAsBoolean()) {
                throw fault;
            }
            return end(run, SourceFailure.EXCHANGE_UNREACHABLE);
        }
    }

    private Outcome read(Command command, Begun run, ExchangeConnector connector) {
        return switch (connector.open(vault.open(run.credentials()))) {
            case ExchangeConnector.Opening.Refused refused -> end(run, refused.reason());
            case ExchangeConnector.Opening.Opened opened -> read(command, run, opened.account());
        };
    }

    private Outcome read(Command command, Begun run, ExchangeConnector.Account account) {
        AccountReference reference = account.reference();
        if (reference == null) {
            // an account in which nothing has happened yet; it is bound by the run that finds its name
            return readPages(command, run, account);
        }
        return switch (imports.bindAccount(run, reference, now())) {
            case BOUND -> readPages(command, run, account);
            case MERGED -> new Outcome.Done("merged into the account's older source");
            case OTHER_ACCOUNT -> end(run, SourceFailure.OTHER_ACCOUNT);
            case LOST -> lost();
        };
    }

    private Outcome readPages(Command command, Begun run, ExchangeConnector.Account account) {
        if (command.stopping().getAsBoolean()) {
            return new Outcome.HandedBack();
        }
        try (ReadAhead pages = new ReadAhead(account)) {
            pages.begin(run.cursor());
            while (true) {
                ExchangeConnector.Page page = pages.await();
                boolean goesOn = !page.last() && !command.stopping().getAsBoolean();
                if (goesOn) {
                    pages.begin(page.cursor());
                }
                if (!imports.store(run, page.transactions(), page.cursor(), now())) {
                    return lost();
                }
                if (page.last()) {
                    return imports.complete(run, now()) ? new Outcome.Done("complete") : lost();
                }
                if (!goesOn) {
                    return new Outcome.HandedBack();
                }
            }
        }
    }

    private Outcome end(Begun run, SourceFailure failure) {
        return imports.fail(run, failure, now()) ? new Outcome.Done(failure.name()) : lost();
    }

    private static Outcome lost() {
        return new Outcome.Done("taken over by another run");
    }

    private Instant now() {
        return ApplicationTime.now(clock);
    }
}
