package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.adapters.exchanges.record.RecordMapping;
import dev.gangway.adapters.exchanges.record.RecordMeaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What Kraken's ledger entries mean. A record is {@code {"ledger": {id: entry, …}}}: one entry, or all the sides of a trade
 * with its {@code refid} as its id. A side alone is no trade, and goes by its own id.
 */
final class KrakenRecords implements RecordMeaning {
    static final RecordMapping MAPPING = new RecordMapping(new KrakenRecords());

    private KrakenRecords() {}

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String id(JsonNode record) {
        JsonNode ledger = record.path("ledger");
        if (ledger.isEmpty()) {
            throw Fields.notUnderstood("ledger");
        }
        if (ledger.size() == 1) {
            return ledger.fieldNames().next();
        }
        String reference = Fields.text(ledger.elements().next(), "refid");
        int part = part(record);
        return part == 1 ? reference : reference + "/" + part;
    }

    @Override
    public Instant time(JsonNode record) {
        Instant first = Instant.MAX;
        for (JsonNode entry : record.path("ledger")) {
            Instant time = Fields.epochSeconds(entry, "time");
            first = time.isBefore(first) ? time : first;
        }
        return first;
    }

    @Override
    public Meaning of(JsonNode record) {
        List<JsonNode> entries = new ArrayList<>();
        record.path("ledger").forEach(entries::add);
        return entries.size() == 1
                ? single(entries.getFirst())
                : KrakenTrade.of(entries).meaning(part(record));
    }

    private static int part(JsonNode record) {
        return record.path("part").asInt(1);
    }

    private static Meaning single(JsonNode entry) {
        return switch (Fields.text(entry, "type")) {
            // either has a sign against its name when it is given back
            case "deposit", "withdrawal" -> moved(entry, TransactionKind.DEPOSIT, TransactionKind.WITHDRAWAL);
            case "transfer", "custodytransfer" -> moved(entry, TransactionKind.TRANSFER, TransactionKind.TRANSFER);
            case "earn" -> earn(entry);
            case "staking", "reward", "dividend", "airdrop", "invite bonus" -> reward(entry);
            case "rollover", "margin" -> charge(entry);
            default -> throw Fields.notUnderstood("type");
        };
    }

    private static Meaning earn(JsonNode entry) {
        return switch (Fields.text(entry, "subtype")) {
            case "reward" -> reward(entry);
            case "allocation",
                    "autoallocation",
                    "deallocation",
                    "autodeallocation",
                    "bonusallocation",
                    "bonusdeallocation",
                    "migration" -> moved(entry, TransactionKind.TRANSFER, TransactionKind.TRANSFER);
            default -> throw Fields.notUnderstood("subtype");
        };
    }

    private static Meaning reward(JsonNode entry) {
        if (Fields.number(entry, "amount").signum() <= 0) {
            throw Fields.notUnderstood("amount");
        }
        return moved(entry, TransactionKind.REWARD, TransactionKind.REWARD);
    }

    /** Opening a position and keeping it overnight costs; what closing it brings is nothing that the ledger has a name for. */
    private static Meaning charge(JsonNode entry) {
        BigDecimal fee = Fields.numberOrZero(entry, "fee");
        if (Fields.number(entry, "amount").signum() != 0 || fee.signum() <= 0) {
            throw Fields.notUnderstood("amount");
        }
        return Meaning.charge(Fields.amount(asset(entry), fee));
    }

    private static Meaning moved(JsonNode entry, TransactionKind in, TransactionKind out) {
        String asset = asset(entry);
        BigDecimal amount = Fields.number(entry, "amount");
        BigDecimal charged = Fields.numberOrZero(entry, "fee");
        Amount quantity = Fields.amount(asset, amount.abs());
        Amount fee = Fields.amount(asset, charged.abs());
        return switch (amount.signum()) {
            case 1 ->
                charged.signum() < 0
                        // the fee comes back as well
                        ? new Meaning(
                                in, Fields.amount(asset, quantity.quantity().add(fee.quantity())), null, null)
                        : new Meaning(in, quantity, null, fee);
            case -1 -> {
                if (charged.signum() < 0) {
                    throw Fields.notUnderstood("fee");
                }
                yield new Meaning(out, null, quantity, fee);
            }
            default -> throw Fields.notUnderstood("amount");
        };
    }

    private static String asset(JsonNode entry) {
        String asset = KrakenAssets.code(Fields.text(entry, "asset"));
        if (KrakenAssets.isFeeCredit(asset)) {
            throw Fields.notUnderstood("asset");
        }
        return asset;
    }
}
