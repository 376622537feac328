package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.AssetCode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lots in columns, at some 40 bytes each, where objects would take 150: a million of them may be open. What the units that
 * are left cost follows from the other numbers and is not kept.
 */
final class PackedLots {
    private final DecimalList wholeQuantities = new DecimalList();
    private final DecimalList quantities = new DecimalList();
    private final DecimalList amounts = new DecimalList();
    private final List<Currencies> currencies = new ArrayList<>();
    private @Nullable DecimalList bases;
    private long[] seconds = new long[4];
    private short[] currenciesOf = new short[4];

    int size() {
        return quantities.size();
    }

    void add(Lot lot) {
        int index = size();
        if (index == seconds.length) {
            seconds = Arrays.copyOf(seconds, index + (index >> 1));
            currenciesOf = Arrays.copyOf(currenciesOf, seconds.length);
        }
        wholeQuantities.add(BigDecimal.ZERO);
        quantities.add(BigDecimal.ZERO);
        amounts.add(BigDecimal.ZERO);
        if (bases != null) {
            bases.add(BigDecimal.ZERO);
        }
        set(index, lot);
    }

    void set(int index, Lot lot) {
        Worth cost = lot.wholeCost();
        seconds[index] = lot.acquiredAt();
        wholeQuantities.set(index, lot.wholeQuantity());
        quantities.set(index, lot.quantity());
        amounts.set(index, cost.amount());
        BigDecimal base = cost.base();
        boolean own = base != null && base.compareTo(cost.amount()) != 0;
        if (base != null && own) {
            if (bases == null) {
                bases = DecimalList.zeros(size());
            }
            bases.set(index, base);
        }
        currenciesOf[index] = indexOf(new Currencies(cost.quote(), base != null, own));
    }

    /** Keeps how much is left of a lot that is otherwise unchanged. */
    void setQuantity(int index, BigDecimal quantity) {
        quantities.set(index, quantity);
    }

    long second(int index) {
        return seconds[index];
    }

    Lot get(int index) {
        Currencies known = currencies.get(currenciesOf[index]);
        BigDecimal amount = amounts.get(index);
        BigDecimal base = null;
        if (known.base()) {
            base = bases != null && known.ownBase() ? bases.get(index) : amount;
        }
        return new Lot(
                seconds[index],
                wholeQuantities.get(index),
                new Worth(known.quote(), amount, base),
                quantities.get(index));
    }

    void removeLast() {
        wholeQuantities.removeLast();
        quantities.removeLast();
        amounts.removeLast();
        if (bases != null) {
            bases.removeLast();
        }
    }

    private short indexOf(Currencies known) {
        int index = currencies.indexOf(known);
        if (index < 0) {
            index = currencies.size();
            currencies.add(known);
        }
        return (short) index;
    }

    /** In which currencies a cost is known; nearly always in the same. */
    private record Currencies(@Nullable AssetCode quote, boolean base, boolean ownBase) {}
}
