package dev.gangway.adapters.exchanges.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.record.Meaning;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.shared.InvalidValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The sides of a trade, by asset. Amounts do not include fees: an asset has changed by its amount less its fee.
 *
 * <p>Usually one asset goes out and one comes in. Where several are swept up together into one, that is a trade for each of
 * them, and what came in is divided among them evenly, for Kraken does not say how.
 *
 * @param received what came in
 * @param sent what went out
 * @param fees what was charged
 */
record KrakenTrade(
        NavigableMap<String, BigDecimal> received,
        NavigableMap<String, BigDecimal> sent,
        NavigableMap<String, BigDecimal> fees) {
    private static final int SHARE_SCALE = 18;

    /** @throws InvalidValue if there is not at least one side in and one out, or there are several of both */
    static KrakenTrade of(List<JsonNode> entries) {
        NavigableMap<String, BigDecimal> amounts = new TreeMap<>();
        NavigableMap<String, BigDecimal> fees = new TreeMap<>();
        for (JsonNode entry : entries) {
            String asset = KrakenAssets.code(Fields.text(entry, "asset"));
            if (!KrakenAssets.isFeeCredit(asset)) {
                // through Amount, which refuses what would be too long to be added up
                BigDecimal amount = Fields.number(entry, "amount");
                BigDecimal size = Fields.amount(asset, amount.abs()).quantity();
                amounts.merge(asset, amount.signum() < 0 ? size.negate() : size, BigDecimal::add);
                BigDecimal fee =
                        Fields.amount(asset, Fields.numberOrZero(entry, "fee")).quantity();
                if (fee.signum() > 0) {
                    fees.merge(asset, fee, BigDecimal::add);
                }
            }
        }
        NavigableMap<String, BigDecimal> received = new TreeMap<>();
        NavigableMap<String, BigDecimal> sent = new TreeMap<>();
        amounts.forEach((asset, amount) -> {
            if (amount.signum() > 0) {
                received.put(asset, amount);
            } else if (amount.signum() < 0) {
                sent.put(asset, amount.negate());
            }
        });
        if (Math.min(received.size(), sent.size()) != 1) {
            throw Fields.notUnderstood("amount");
        }
        return new KrakenTrade(received, sent, fees);
    }

    /** Of how many trades the event consists; one for whatever is no trade. */
    static int parts(List<JsonNode> entries) {
        try {
            return entries.size() == 1 ? 1 : of(entries).parts();
        } catch (InvalidValue notUnderstood) {
            return 1;
        }
    }

    private int parts() {
        return Math.max(received.size(), sent.size());
    }

    /** @param part which of the {@link #parts}, from 1 */
    Meaning meaning(int part) {
        int parts = parts();
        if (part < 1 || part > parts) {
            throw Fields.notUnderstood("part");
        }
        if (parts == 1 && fees.size() <= 1) {
            return Meaning.trade(
                    amount(received.firstEntry().getKey(), received.firstEntry().getValue()),
                    amount(sent.firstEntry().getKey(), sent.firstEntry().getValue()),
                    fees.isEmpty()
                            ? null
                            : amount(
                                    fees.firstEntry().getKey(),
                                    fees.firstEntry().getValue()));
        }
        return netOfFees(part, parts);
    }

    /** Fees in several assets, of which a trade can name one: they become part of what came in and went out. */
    private Meaning netOfFees(int part, int parts) {
        NavigableMap<String, BigDecimal> in = new TreeMap<>(received);
        NavigableMap<String, BigDecimal> out = new TreeMap<>(sent);
        @Nullable Amount third = null;
        for (String asset : fees.navigableKeySet()) {
            BigDecimal fee = fees.get(asset);
            if (in.computeIfPresent(asset, (code, amount) -> amount.subtract(fee)) != null
                    || out.computeIfPresent(asset, (code, amount) -> amount.add(fee)) != null) {
                continue;
            }
            if (third != null || parts > 1) {
                throw Fields.notUnderstood("fee");
            }
            third = amount(asset, fee);
        }
        return Meaning.trade(share(in, part, parts), share(out, part, parts), third);
    }

    private static Amount share(NavigableMap<String, BigDecimal> side, int part, int parts) {
        if (side.size() > 1 || parts == 1) {
            String asset = List.copyOf(side.navigableKeySet()).get(part - 1);
            return amount(asset, side.get(asset));
        }
        BigDecimal whole = side.firstEntry().getValue();
        BigDecimal share =
                whole.divide(BigDecimal.valueOf(parts), Math.max(SHARE_SCALE, whole.scale()), RoundingMode.DOWN);
        BigDecimal rest = whole.subtract(share.multiply(BigDecimal.valueOf(parts - 1L)));
        return amount(side.firstKey(), part < parts ? share : rest);
    }

    private static Amount amount(String asset, @Nullable BigDecimal quantity) {
        if (quantity == null) {
            throw Fields.notUnderstood("amount");
        }
        return Fields.amount(asset, quantity);
    }
}
