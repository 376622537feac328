package dev.gangway.domain.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which withdrawals and deposits are one transfer. */
class TransferMatchingTest {
    private static final SourceId THIRD = new SourceId("src_01ARZ3NDEKTSV4RRFFQ69G5FAX");

    private static List<String> ends(History history) {
        Transfers transfers = history.transfers();
        return history.entries().stream()
                .filter(transfers::contains)
                .map(LedgerEntry::externalId)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        // booked an hour before, at the same time, three days after; a microsecond more is too much
        "2024-05-10T11:00:00Z,true",
        "2024-05-10T10:59:59.999999Z,false",
        "2024-05-10T12:00:00Z,true",
        "2024-05-13T12:00:00Z,true",
        "2024-05-13T12:00:00.000001Z,false",
        "2023-05-10T12:00:00Z,false"
    })
    void aDepositArrivesWithinThreeDaysOrAnHourEarly(String arrival, boolean matched) {
        History history = new History()
                .withdrawal("2024-05-10T12:00:00Z", "1.5 BTC")
                .at(History.OTHER)
                .deposit(arrival, "1.5 BTC");
        assertThat(history.transfers().count()).isEqualTo(matched ? 1 : 0);
        assertThat(ends(history)).hasSize(matched ? 2 : 0);
    }

    @ParameterizedTest
    @CsvSource({
        "2,0.1,2,0",
        "2,0.1,1.9,0.1",
        "2,0.1,1.98,0.02",
        "2,0.1,1.99999999,0.00000001",
        "1.001,0.1,1,0.001",
        "100,0.1,99,1",
        "10.05,0.1,9.95,0.1",
        "2,0.1,1.979999,-",
        "2,0.1,2.00000001,-",
        "2,0.1,2.1,-",
        "2,0.1,1.95,-",
        "2,2,0.000001,-"
    })
    void whatArrivesIsWhatWasSentOrLessTheFeeOrNearlyThat(String sent, String fee, String arrived, String lost) {
        History history = new History()
                .withdrawal("2024-05-10", sent + " BTC", fee + " BTC")
                .at(History.OTHER)
                .deposit("2024-05-11", arrived + " BTC");
        Transfers transfers = history.transfers();
        if (lost.equals("-")) {
            assertThat(transfers.count()).isZero();
        } else {
            assertThat(transfers.lost(history.entries().getFirst())).isEqualByComparingTo(lost);
            assertThat(transfers.lost(history.entries().getLast())).isEqualByComparingTo("0");
        }
    }

    @Test
    void aFeeInAnotherAssetIsNotDeducted() {
        assertThat(new History()
                        .withdrawal("2024-05-10", "2 USDT", "1 TRX")
                        .at(History.OTHER)
                        .deposit("2024-05-11", "1 USDT")
                        .transfers()
                        .count())
                .isZero();
    }

    @Test
    void anotherAssetAndTheSameSourceAreNoTransfer() {
        History history = new History()
                .withdrawal("2024-05-10", "1 BTC")
                .deposit("2024-05-11", "1 BTC")
                .at(History.OTHER)
                .deposit("2024-05-11", "1 BCH");
        assertThat(ends(history)).isEmpty();
    }

    @Test
    void moneyIsLeftAlone() {
        assertThat(ends(new History()
                        .withdrawal("2024-05-10", "100 ZAR")
                        .at(History.OTHER)
                        .deposit("2024-05-10", "100 ZAR")))
                .isEmpty();
    }

    @Test
    void transfersMatchWithinASourceAndAcrossSources() {
        History within = new History()
                .add(TransactionKind.TRANSFER, "2024-05-10", null, "1 ETH", null)
                .add(TransactionKind.TRANSFER, "2024-05-10", "1 ETH", null, null);
        assertThat(within.transfers().count()).isEqualTo(1);
        History across = new History()
                .add(TransactionKind.TRANSFER, "2024-05-10", null, "1 ETH", null)
                .at(History.OTHER)
                .deposit("2024-05-10", "1 ETH");
        assertThat(across.transfers().count()).isEqualTo(1);
        History mixed = new History()
                .add(TransactionKind.TRANSFER, "2024-05-10", null, "1 ETH", null)
                .deposit("2024-05-10", "1 ETH");
        assertThat(mixed.transfers().count()).isZero();
    }

    @Test
    void rewardsTradesAndUnclassifiedEntriesAreNoEnds() {
        History history = new History()
                .withdrawal("2024-05-10", "1 ETH")
                .at(History.OTHER)
                .reward("2024-05-10", "1 ETH")
                .trade("2024-05-10", "1 ETH", "1 USD")
                .add(TransactionKind.UNCLASSIFIED, "2024-05-10", "1 ETH", null, null);
        assertThat(ends(history)).isEmpty();
    }

    @Test
    void theSameAmountTwiceIsTwoTransfers() {
        History history = new History()
                .withdrawal("2024-05-10T10:00:00Z", "1 BTC")
                .withdrawal("2024-05-10T10:00:00Z", "1 BTC")
                .at(History.OTHER)
                .deposit("2024-05-10T11:00:00Z", "1 BTC")
                .deposit("2024-05-10T11:00:00Z", "1 BTC")
                .deposit("2024-05-10T11:00:00Z", "1 BTC");
        assertThat(ends(history)).containsExactly("tx-0", "tx-1", "tx-2", "tx-3");
    }

    @Test
    void aTransferThatArrivesInTwoDepositsIsNotRecognised() {
        assertThat(ends(new History()
                        .withdrawal("2024-05-10", "1 BTC")
                        .at(History.OTHER)
                        .deposit("2024-05-11", "0.5 BTC")
                        .deposit("2024-05-11", "0.5 BTC")))
                .isEmpty();
    }

    @Test
    void theNearestInTimeGoesFirst() {
        History history = new History()
                .withdrawal("2024-05-10T00:00:00Z", "1 BTC")
                .withdrawal("2024-05-10T20:00:00Z", "1 BTC")
                .at(History.OTHER)
                .deposit("2024-05-10T21:00:00Z", "1 BTC");
        assertThat(ends(history)).containsExactly("tx-1", "tx-2");
        history.at(THIRD).deposit("2024-05-10T02:00:00Z", "1 BTC").deposit("2024-05-10T03:00:00Z", "1 BTC");
        assertThat(ends(history)).containsExactly("tx-0", "tx-3", "tx-1", "tx-2");
    }

    @Test
    void theSameAmountGoesBeforeANearlyEqualOneThatIsNearer() {
        History history = new History()
                .withdrawal("2024-05-10T00:00:00Z", "1 BTC")
                .withdrawal("2024-05-10T20:00:00Z", "1.001 BTC")
                .at(History.OTHER)
                .deposit("2024-05-10T21:00:00Z", "1 BTC")
                .deposit("2024-05-10T22:00:00Z", "0.9999 BTC");
        Transfers transfers = history.transfers();
        assertThat(ends(history)).containsExactly("tx-0", "tx-1", "tx-2", "tx-3");
        assertThat(transfers.lost(history.entries().get(0))).isEqualByComparingTo("0");
        assertThat(transfers.lost(history.entries().get(1))).isEqualByComparingTo("0.0011");
    }

    @Test
    void equalIdsOfTwoSourcesAreTwoEntries() {
        LedgerEntry sent =
                new History().withdrawal("2024-05-10", "1 BTC").entries().getFirst();
        LedgerEntry arrived = new History()
                .at(History.OTHER)
                .deposit("2024-05-10", "1 BTC")
                .entries()
                .getFirst();
        assertThat(arrived.externalId()).isEqualTo(sent.externalId());
        TransferMatching matching = new TransferMatching();
        matching.take(sent);
        matching.take(arrived);
        Transfers transfers = matching.matched();
        assertThat(transfers.contains(sent)).isTrue();
        assertThat(transfers.contains(arrived)).isTrue();
        LedgerEntry later =
                new History().withdrawal("2024-05-11", "1 BTC").entries().getFirst();
        assertThat(transfers.contains(later)).isFalse();
        assertThat(Transfers.NONE.contains(sent)).isFalse();
    }

    @Test
    void hugeAndTinyAmountsMatchToTheLastDigit() {
        String huge = "9".repeat(40) + "." + "9".repeat(36);
        String tiny = "0." + "0".repeat(35) + "1";
        History history = new History()
                .withdrawal("2024-05-10", huge + " A")
                .withdrawal("2024-05-10", tiny + " B")
                .at(History.OTHER)
                .deposit("2024-05-11", huge + " A")
                .deposit("2024-05-11", tiny + " B");
        assertThat(history.transfers().count()).isEqualTo(2);
    }

    /** Against pairs taken from the list of all that fit, the surest and nearest first. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void itFindsWhatLookingAtAllPairsFinds(long seed) {
        Random random = new Random(seed);
        SourceId[] sources = {History.ONE, History.OTHER, THIRD};
        String[] amounts = {"1", "1.001", "0.995", "0.99", "2", "1.999", "1.99", "0.5", "99.9", "100.5"};
        History history = new History();
        for (int i = 0; i < 120; i++) {
            history.at(sources[random.nextInt(3)]);
            // no two distances are the same, so that there is one answer
            String at = Instant.parse("2024-05-01T00:00:00Z")
                    .plus(Duration.ofSeconds(random.nextInt(3_000_000)))
                    .plusNanos(random.nextInt(1_000_000) * 1_000L)
                    .toString();
            String amount = amounts[random.nextInt(amounts.length)] + (random.nextBoolean() ? " BTC" : " ETH");
            String fee = random.nextBoolean() ? null : "0.001 " + amount.substring(amount.length() - 3);
            switch (random.nextInt(5)) {
                case 0 -> history.add(TransactionKind.TRANSFER, at, amount, null, null);
                case 1 -> history.add(TransactionKind.TRANSFER, at, null, amount, fee);
                case 2, 3 -> history.deposit(at, amount);
                default -> history.add(TransactionKind.WITHDRAWAL, at, null, amount, fee);
            }
        }
        assertThat(ends(history)).isEqualTo(greedy(history.entries()));
        List<LedgerEntry> entries = history.entries();
        assertThat(history.transfers().count())
                .isGreaterThan(5)
                .isEqualTo((int) entries.stream()
                                .filter(history.transfers()::contains)
                                .count()
                        / 2);
    }

    private static List<String> greedy(List<LedgerEntry> entries) {
        record Pair(TransferForm form, Duration distance, LedgerEntry sent, LedgerEntry arrived) {}
        List<Pair> pairs = new ArrayList<>();
        for (LedgerEntry sent : entries) {
            for (LedgerEntry arrived : entries) {
                Pair pair = sent.sent() == null || arrived.received() == null
                        ? null
                        : Arrays.stream(TransferForm.values())
                                .filter(form -> fits(form, sent, arrived))
                                .map(form -> new Pair(
                                        form,
                                        Duration.between(sent.occurredAt(), arrived.occurredAt())
                                                .abs(),
                                        sent,
                                        arrived))
                                .findFirst()
                                .orElse(null);
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        }
        pairs.sort((one, other) -> one.form() != other.form()
                ? one.form().compareTo(other.form())
                : one.distance().compareTo(other.distance()));
        List<LedgerEntry> used = new ArrayList<>();
        for (Pair pair : pairs) {
            if (Collections.disjoint(used, List.of(pair.sent(), pair.arrived()))) {
                used.add(pair.sent());
                used.add(pair.arrived());
            }
        }
        return entries.stream()
                .filter(used::contains)
                .map(LedgerEntry::externalId)
                .toList();
    }

    private static boolean fits(TransferForm form, LedgerEntry sent, LedgerEntry arrived) {
        if (sent.sent() == null || arrived.received() == null) {
            return false;
        }
        Duration delay = Duration.between(sent.occurredAt(), arrived.occurredAt());
        boolean within = sent.kind() == TransactionKind.TRANSFER && arrived.kind() == TransactionKind.TRANSFER;
        return sent.sent().asset().equals(arrived.received().asset())
                && (within || !sent.source().equals(arrived.source()))
                && delay.compareTo(Duration.ofHours(-1)) >= 0
                && delay.compareTo(Duration.ofHours(72)) <= 0
                && form.fits(
                        sent.sent().quantity(),
                        sent.fee() == null ? BigDecimal.ZERO : sent.fee().quantity(),
                        arrived.received().quantity());
    }
}
