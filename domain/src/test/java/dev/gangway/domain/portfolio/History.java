package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A ledger written as one reads it: {@code trade("2024-01-02", "1 BTC", "30000 USD")}. */
final class History {
    static final SourceId ONE = new SourceId("src_01ARZ3NDEKTSV4RRFFQ69G5FAV");
    static final SourceId OTHER = new SourceId("src_01ARZ3NDEKTSV4RRFFQ69G5FAW");

    private final List<LedgerEntry> entries = new ArrayList<>();
    private SourceId source = ONE;

    static AssetCode asset(String code) {
        return new AssetCode(code);
    }

    static Amount amount(String text) {
        String[] parts = text.split(" ");
        return new Amount(asset(parts[1]), new BigDecimal(parts[0]));
    }

    static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                : Instant.parse(text);
    }

    History at(SourceId next) {
        source = next;
        return this;
    }

    History trade(String at, String received, String sent) {
        return add(TransactionKind.TRADE, at, received, sent, null);
    }

    History trade(String at, String received, String sent, String fee) {
        return add(TransactionKind.TRADE, at, received, sent, fee);
    }

    History deposit(String at, String received) {
        return add(TransactionKind.DEPOSIT, at, received, null, null);
    }

    History reward(String at, String received) {
        return add(TransactionKind.REWARD, at, received, null, null);
    }

    History withdrawal(String at, String sent) {
        return add(TransactionKind.WITHDRAWAL, at, null, sent, null);
    }

    History withdrawal(String at, String sent, String fee) {
        return add(TransactionKind.WITHDRAWAL, at, null, sent, fee);
    }

    History fee(String at, String fee) {
        return add(TransactionKind.FEE, at, null, null, fee);
    }

    History add(
            TransactionKind kind, String at, @Nullable String received, @Nullable String sent, @Nullable String fee) {
        entries.add(new LedgerEntry(
                source,
                "tx-" + entries.size(),
                kind,
                instant(at),
                received == null ? null : amount(received),
                sent == null ? null : amount(sent),
                fee == null ? null : amount(fee)));
        return this;
    }

    /** As a ledger is read: by time, source and external id. */
    List<LedgerEntry> entries() {
        return entries.stream()
                .sorted(Comparator.comparing(LedgerEntry::occurredAt)
                        .thenComparing(entry -> entry.source().value())
                        .thenComparing(LedgerEntry::externalId))
                .toList();
    }

    Transfers transfers() {
        TransferMatching matching = new TransferMatching();
        entries().forEach(matching::take);
        return matching.matched();
    }

    Result by(CostBasisMethod method) {
        return by(method, PriceSource.NONE, null);
    }

    Result by(CostBasisMethod method, PriceSource prices, @Nullable String base) {
        List<Disposal> disposals = new ArrayList<>();
        CostBasis basis = new CostBasis(method, transfers(), prices, base == null ? null : asset(base), disposals::add);
        entries().forEach(basis::take);
        return new Result(basis.holdings(), disposals);
    }

    /** What became of a history. */
    record Result(List<Holding> holdings, List<Disposal> disposals) {
        /** Such as {@code 1.5 BTC at 20000 USD}. */
        List<String> held() {
            return holdings.stream()
                    .map(h -> h.quantity().toPlainString() + " " + h.asset()
                            + (h.averagePurchasePrice() == null
                                    ? " unpriced"
                                    : " at " + h.averagePurchasePrice().toPlainString() + " " + h.quote()))
                    .toList();
        }

        /** Such as {@code 1 BTC: 30000 - 20000 = 10000 USD}. */
        List<String> told() {
            return disposals.stream()
                    .map(d -> plain(d.quantity()) + " " + d.asset() + ": "
                            + (d.priced()
                                    ? plain(d.proceeds()) + " - " + plain(d.cost()) + " = " + plain(d.gain()) + " "
                                            + d.currency()
                                    : "unpriced"))
                    .toList();
        }

        BigDecimal gain() {
            return sum(disposals.stream().map(Disposal::gain));
        }

        BigDecimal cost() {
            return sum(disposals.stream().map(Disposal::cost));
        }

        private static BigDecimal sum(Stream<@Nullable BigDecimal> numbers) {
            return Decimals.plain(numbers.map(number -> number == null ? BigDecimal.ZERO : number)
                    .reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        private static String plain(@Nullable BigDecimal number) {
            return number == null ? "null" : Decimals.plain(number).toPlainString();
        }
    }
}
