package dev.gangway.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.ledger.LedgerFilter;
import dev.gangway.application.ledger.LedgerPage;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.LedgerState;
import dev.gangway.application.ledger.TradedPair;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ledger is handed over page by page, as it is asked for. */
final class DownloadLedgerTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Numbers ledgers = new Numbers(1_234);
    private final DownloadLedger download = new DownloadLedger(gangway.ports().reports(), ledgers);

    @Test
    void everyTransactionComesOnceAndNoMoreIsReadThanIsAskedFor() {
        Iterable<LedgerEntry> entries = entries(user());
        Iterator<LedgerEntry> slow = entries.iterator();
        slow.next();
        assertThat(ledgers.pages).isEqualTo(1);

        assertThat(StreamSupport.stream(entries.spliterator(), false).map(LedgerEntry::externalId))
                .containsExactlyElementsOf(
                        IntStream.range(0, 1_234).mapToObj(Integer::toString).toList());
        assertThat(ledgers.pages).isEqualTo(1 + 3);
    }

    @Test
    void whoIsGoneHasNone() {
        assertThat(download.execute(new DownloadLedger.Command(gangway.ids().userId(), LedgerFilter.NONE)))
                .isEqualTo(new DownloadLedger.Outcome.NoSuchUser());
    }

    private UserId user() {
        var sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
        return gangway.register(sixpence, RequestBuilder.of("one@example.com")).userId();
    }

    private Iterable<LedgerEntry> entries(UserId user) {
        return switch (download.execute(new DownloadLedger.Command(user, LedgerFilter.NONE))) {
            case DownloadLedger.Outcome.Found found -> found.entries();
            case DownloadLedger.Outcome.NoSuchUser gone -> throw new AssertionError("there is one");
        };
    }

    /** So many transactions, numbered; a full page is followed by another, which may be empty. */
    private static final class Numbers implements Ledgers {
        private static final SourceId SOURCE = new SourceId("src_00000000000000000000000001");
        private final int count;
        private int pages;

        Numbers(int count) {
            this.count = count;
        }

        @Override
        public LedgerPage page(LedgerScope scope, LedgerFilter filter, LedgerPage.@Nullable Position after, int size) {
            pages++;
            int from = after == null ? 0 : Integer.parseInt(after.externalId()) + 1;
            List<LedgerEntry> entries = IntStream.range(from, Math.min(count, from + size))
                    .mapToObj(i -> new LedgerEntry(
                            SOURCE, Integer.toString(i), TransactionKind.UNCLASSIFIED, Instant.EPOCH, null, null, null))
                    .toList();
            LedgerEntry last = entries.isEmpty() ? null : entries.getLast();
            return new LedgerPage(
                    entries,
                    entries.size() < size
                            ? null
                            : new LedgerPage.Position(
                                    Instant.EPOCH,
                                    SOURCE,
                                    Objects.requireNonNull(last).externalId()));
        }

        @Override
        public LedgerState state(LedgerScope scope) {
            throw new UnsupportedOperationException("nobody here asks for figures");
        }

        @Override
        public void read(LedgerScope scope, Consumer<LedgerEntry> each) {
            throw new UnsupportedOperationException("nobody here reads all at once");
        }

        @Override
        public void read(LedgerScope scope, Set<TransactionKind> kinds, Consumer<LedgerEntry> each) {
            throw new UnsupportedOperationException("nobody here reads all at once");
        }

        @Override
        public List<TradedPair> pairs(LedgerScope scope) {
            throw new UnsupportedOperationException("nobody here asks for pairs");
        }
    }
}
