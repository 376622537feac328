package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What Luno's records mean: {@code rows} of statements that belong together, or a {@code trade} of a market between
 * {@code base} and {@code counter}.
 */
final class LunoRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new LunoRecords());

    private static final List<String> REWARDS = List.of(
            "interest", "reward", "referral", "promotion", "cashback", "staking", "airdrop", "bonus", "incentive");
    private static final List<String> MOVES = List.of("move", "moved", "transfer from", "transfer to", "transferred");

    private LunoRecords() {}

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode record) {
        return Fields.text(record, "id");
    }

    @Override
    public Instant time(JsonNode record) {
        return Fields.epochMillis(
                record.has("trade") ? record.path("trade") : record.path("rows").path(0), "timestamp");
    }

    @Override
    public Meaning of(JsonNode record) {
        return record.has("trade") ? trade(record) : rows(record.path("rows"));
    }

    private static Meaning trade(JsonNode record) {
        JsonNode trade = record.path("trade");
        Amount base = amount(Fields.text(record, "base"), Fields.number(trade, "base"));
        Amount counter = amount(Fields.text(record, "counter"), Fields.number(trade, "counter"));
        Amount feeBase = amount(Fields.text(record, "base"), Fields.numberOrZero(trade, "fee_base"));
        Amount feeCounter = amount(Fields.text(record, "counter"), Fields.numberOrZero(trade, "fee_counter"));
        if (feeBase.quantity().signum() != 0 && feeCounter.quantity().signum() != 0) {
            // a transaction has one fee
            throw Fields.notUnderstood("fee_counter");
        }
        Amount fee = feeBase.quantity().signum() != 0 ? feeBase : feeCounter;
        return switch (Fields.text(trade, "type")) {
            case "BID", "BUY" -> Meaning.trade(base, counter, fee);
            case "ASK", "SELL" -> Meaning.trade(counter, base, fee);
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static Meaning rows(JsonNode rows) {
        Map<String, BigDecimal> fees = new TreeMap<>();
        Map<String, BigDecimal> sides = new TreeMap<>();
        List<JsonNode> moving = new ArrayList<>();
        for (JsonNode row : rows) {
            BigDecimal delta = bounded(Fields.number(row, "balance_delta"));
            String currency = Fields.text(row, "currency");
            if (delta.signum() != 0) {
                (LunoEvents.isFee(row) ? fees : sides).merge(currency, delta, BigDecimal::add);
                if (!LunoEvents.isFee(row)) {
                    moving.add(row);
                }
            }
        }
        if (fees.size() > 1) {
            throw Fields.notUnderstood("currency");
        }
        Amount fee = null;
        for (Map.Entry<String, BigDecimal> charged : fees.entrySet()) {
            fee = amount(charged.getKey(), charged.getValue().negate());
        }
        return switch (sides.size()) {
            case 0 -> withoutSides(rows, fee);
            case 1 -> oneSide(moving, fee);
            case 2 -> exchange(sides, moving, fee);
            default -> throw Fields.notUnderstood("currency");
        };
    }

    private static Meaning withoutSides(JsonNode rows, @Nullable Amount fee) {
        if (fee != null) {
            return Meaning.charge(fee);
        }
        // funds held for an order, or let go: the balance is what it was, and nothing of it went anywhere
        return Meaning.transferOut(amount(Fields.text(rows.path(0), "currency"), BigDecimal.ZERO));
    }

    private static Meaning exchange(Map<String, BigDecimal> sides, List<JsonNode> moving, @Nullable Amount fee) {
        if (moving.size() != 2 || !moving.stream().allMatch(LunoEvents::isExchange)) {
            throw Fields.notUnderstood("kind");
        }
        Amount received = null;
        Amount sent = null;
        for (Map.Entry<String, BigDecimal> side : sides.entrySet()) {
            if (side.getValue().signum() > 0) {
                received = amount(side.getKey(), side.getValue());
            } else {
                sent = amount(side.getKey(), side.getValue().negate());
            }
        }
        if (received == null || sent == null) {
            throw Fields.notUnderstood("balance_delta");
        }
        return Meaning.trade(received, sent, fee);
    }

    private static Meaning oneSide(List<JsonNode> moving, @Nullable Amount fee) {
        JsonNode row = moving.getFirst();
        if (moving.size() != 1 || LunoEvents.isExchange(row)) {
            throw Fields.notUnderstood("kind");
        }
        BigDecimal delta = Fields.number(row, "balance_delta");
        Amount amount = amount(Fields.text(row, "currency"), delta.abs());
        boolean in = delta.signum() > 0;
        String kind = row.path("kind").asText("");
        String words = LunoEvents.words(row);
        if (in && (kind.equals("INTEREST") || REWARDS.stream().anyMatch(words::contains))) {
            return Meaning.reward(amount, fee);
        }
        if (fee == null && MOVES.stream().anyMatch(words::startsWith)) {
            return in ? Meaning.transferIn(amount) : Meaning.transferOut(amount);
        }
        boolean transfer = kind.equals("TRANSFER");
        if (in && (transfer || words.startsWith("received") || words.contains("deposit"))) {
            return Meaning.deposit(amount, fee);
        }
        if (!in && (transfer || words.startsWith("sent") || words.contains("withdraw"))) {
            return Meaning.withdrawal(amount, fee);
        }
        throw Fields.notUnderstood("kind");
    }

    /** Checked for its range before it is added to anything: the sum of 1e400 and 1 has four hundred digits. */
    private static BigDecimal bounded(BigDecimal number) {
        return amount("X", number.abs()).quantity().multiply(BigDecimal.valueOf(number.signum()));
    }

    private static Amount amount(String currency, BigDecimal quantity) {
        return Fields.amount(Fields.asset(currency), quantity);
    }
}
