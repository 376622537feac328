package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.source.port.Derivations;
import dev.gangway.application.source.port.Derivations.Batch;
import dev.gangway.application.source.port.Derivations.Mapper;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link Derivations} is held to. */
public interface DerivationsContract extends LedgerSupport {
    private LedgerTransaction odd(String externalId, int minute) {
        return transaction(externalId, TransactionKind.UNCLASSIFIED, minute, "", "", "");
    }

    /** What version 2 makes of everything: a reward of two ETH, at the same time. */
    private LedgerTransaction understood(LedgerTransaction stored) {
        return new LedgerTransaction(
                stored.externalId(),
                TransactionKind.REWARD,
                stored.occurredAt(),
                amount("2 ETH"),
                null,
                amount("0.5 BNB"),
                stored.raw(),
                2);
    }

    private Batch derive(SourceId source, @Nullable String after, int size, Mapper mapper) {
        return ports().derivations().derive(source, 2, after, size, mapper);
    }

    private Batch deriveAll(SourceId source, int size, Mapper mapper) {
        Batch sum = new Batch(0, 0, 0, "");
        while (sum.last() != null) {
            Batch next = derive(source, sum.last(), size, mapper);
            sum = new Batch(
                    sum.derived() + next.derived(),
                    sum.changed() + next.changed(),
                    sum.left() + next.left(),
                    next.last());
        }
        return sum;
    }

    @Test
    default void sourcesAreThoseOfTheExchangeThatHaveTransactionsPageByPage() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        RequestBuilder request = RequestBuilder.by(sixpence, "user@example.com");
        IntStream.range(0, 4).forEach(i -> request.key("api-key-00000" + i, "api-secret"));
        Handed handed = desk.register(sixpence, request);
        for (int i = 0; i < 3; i++) {
            store(desk, handed.source(i), List.of(oneBitcoin("1", 1)));
        }
        ExchangeName exchange = new ExchangeName("SIXPENCE");
        List<SourceId> first = ports().derivations().sources(exchange, null, 2);
        List<SourceId> second = ports().derivations().sources(exchange, first.getLast(), 2);
        assertThat(first).containsExactly(handed.source(0), handed.source(1));
        assertThat(second).containsExactly(handed.source(2));
        assertThat(ports().derivations().sources(new ExchangeName("KRAKEN"), null, 2))
                .isEmpty();
    }

    @Test
    default void whatIsDerivedAnewTakesThePlaceOfWhatWasStored() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(odd("1", 1), odd("2", 2), oneBitcoin("3", 3)));
        String before = state(handed).version();
        assertThat(derive(
                        handed.source(),
                        null,
                        10,
                        stored -> stored.kind() == TransactionKind.UNCLASSIFIED
                                ? understood(stored)
                                : new LedgerTransaction(
                                        stored.externalId(),
                                        stored.kind(),
                                        stored.occurredAt(),
                                        stored.received(),
                                        stored.sent(),
                                        stored.fee(),
                                        stored.raw(),
                                        2)))
                .isEqualTo(new Batch(3, 2, 0, "3"));
        assertThat(read(LedgerScope.whole(handed.user())))
                .containsExactly(
                        LedgerEntry.of(handed.source(), understood(odd("1", 1))),
                        LedgerEntry.of(handed.source(), understood(odd("2", 2))),
                        LedgerEntry.of(handed.source(), oneBitcoin("3", 3)));
        assertThat(ports().observed().transactionsOf(handed.user()))
                .allSatisfy(stored -> assertThat(stored.mapperVersion()).isEqualTo(2))
                .allSatisfy(stored -> assertThat(stored.raw()).isEqualTo("{}"));
        assertThat(state(handed).unclassified()).isZero();
        assertThat(state(handed).version()).isNotEqualTo(before);
        isTallied(handed);
    }

    @Test
    default void batchesGoOnBehindOneAnotherAndFindNothingTheSecondTime() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(
                desk,
                handed.source(),
                IntStream.range(0, 25).mapToObj(i -> odd("t" + i, i)).toList());
        assertThat(deriveAll(handed.source(), 4, this::understood)).isEqualTo(new Batch(25, 25, 0, null));
        String version = state(handed).version();
        assertThat(deriveAll(handed.source(), 4, this::understood)).isEqualTo(new Batch(0, 0, 0, null));
        assertThat(state(handed).version()).isEqualTo(version);
        isTallied(handed);
    }

    @Test
    default void whatCannotBeDerivedStaysAsItIs() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(odd("1", 1), oneBitcoin("2", 2), odd("3", 3)));
        List<LedgerEntry> before = read(LedgerScope.whole(handed.user()));
        String version = state(handed).version();
        assertThat(deriveAll(handed.source(), 2, stored -> null)).isEqualTo(new Batch(0, 0, 3, null));
        assertThat(read(LedgerScope.whole(handed.user()))).isEqualTo(before);
        assertThat(state(handed).version()).isEqualTo(version);
    }

    @Test
    default void theFirstTransactionIsFoundAgainWhereItsTimeWasMended() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(oneBitcoin("1", 1), oneBitcoin("2", 5)));
        deriveAll(
                handed.source(),
                10,
                stored -> stored.externalId().equals("1")
                        ? new LedgerTransaction(
                                "1", TransactionKind.DEPOSIT, at(9), amount("1 BTC"), null, null, stored.raw(), 2)
                        : null);
        assertThat(state(handed).firstTransactionAt()).isEqualTo(at(5));
        isTallied(handed);
    }

    @Test
    default void newerVersionsAreLeftAlone() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(understood(odd("1", 1)), odd("2", 2)));
        List<String> seen = new ArrayList<>();
        deriveAll(handed.source(), 10, stored -> {
            seen.add(stored.externalId());
            return null;
        });
        assertThat(seen).containsExactly("2");
    }

    @Test
    default void aMapperThatFailsChangesNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        store(desk, handed.source(), List.of(odd("1", 1), odd("2", 2)));
        assertThatThrownBy(() -> derive(handed.source(), null, 10, stored -> {
                    if (stored.externalId().equals("2")) {
                        throw new IllegalStateException("cannot");
                    }
                    return understood(stored);
                }))
                .hasMessage("cannot");
        assertThat(state(handed).unclassified()).isEqualTo(2);
        isTallied(handed);
    }

    @Test
    default void importsAndDerivationsThatRaceLoseAndDoubleNothing() {
        Desk desk = desk();
        Handed handed = desk.register(desk.sixpence(), "user@example.com");
        Begun run = desk.begin(handed.source());
        Race.among(8, i -> {
            if (i % 2 == 0) {
                for (int page = 0; page < 5; page++) {
                    int from = page * 10;
                    ports().sourceImports()
                            .store(
                                    run,
                                    IntStream.range(from, from + 20)
                                            .mapToObj(n -> odd("t" + n, n))
                                            .toList(),
                                    "c",
                                    desk.now());
                }
            } else {
                deriveAll(handed.source(), 7, this::understood);
            }
            return i;
        });
        deriveAll(handed.source(), 7, this::understood);
        assertThat(state(handed).transactions()).isEqualTo(60);
        assertThat(state(handed).unclassified()).isZero();
        isTallied(handed);
    }
}
