package dev.gangway.domain.portfolio;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Follows a ledger, entry by entry, and tells what is held, what that had cost, and what giving it away brought. The rules
 * are those of {@code docs/adr/0010-cost-basis.md}; in short:
 *
 * <ul>
 *   <li>The quantity of an asset is everything received, less everything sent and charged. Unclassified entries count in
 *       nothing.
 *   <li>A trade acquires what it received for what it sent, fee included, and disposes of what it sent for what it
 *       received, fee deducted. Money is given, not disposed of; so is a stablecoin, unless for money or for what the
 *       base currency prices.
 *   <li>A deposit or reward has no price but that of the {@link PriceSource}. A withdrawal takes its cost along and is
 *       an unpriced disposal. The two ends of a transfer move nothing but what got lost on the way.
 *   <li>A fee of its own or in a third asset leaves at its cost, without a gain.
 * </ul>
 */
public final class CostBasis {
    private final CostBasisMethod method;
    private final Transfers transfers;
    private final PriceSource prices;
    private final @Nullable AssetCode baseCurrency;
    private final Consumer<Disposal> disposals;
    private final Map<AssetCode, Position> positions = new HashMap<>();
    private final Moment moment = new Moment(this::work);

    /**
     * Begins with nothing.
     *
     * @param method which units are given away first
     * @param transfers which entries are none but moves between the user's own accounts
     * @param prices what else is worth something
     * @param baseCurrency what is converted to where trades do not agree on a currency; null if nothing is
     * @param disposals is told every disposal when it happens
     */
    public CostBasis(
            CostBasisMethod method,
            Transfers transfers,
            PriceSource prices,
            @Nullable AssetCode baseCurrency,
            Consumer<Disposal> disposals) {
        this.method = method;
        this.transfers = transfers;
        this.prices = prices;
        this.baseCurrency = baseCurrency;
        this.disposals = disposals;
    }

    /**
     * Takes the next entry; they come in order of time. Of those of one instant, what comes in counts as earlier than what
     * goes out; so the last ones wait until {@link #holdings} is called.
     */
    public void take(LedgerEntry entry) {
        moment.take(entry);
    }

    /**
     * What is held in the end, by asset code; assets of which nothing is left, or more is gone than came, are left out. All
     * disposals have been told when it returns.
     */
    public List<Holding> holdings() {
        moment.end();
        List<Holding> holdings = new ArrayList<>();
        positions.values().stream()
                .sorted((one, other) ->
                        one.asset().value().compareTo(other.asset().value()))
                .forEach(position -> {
                    Holding holding = position.holding(baseCurrency);
                    if (holding != null) {
                        holdings.add(holding);
                    }
                });
        return List.copyOf(holdings);
    }

    private void work(LedgerEntry entry) {
        switch (entry.kind()) {
            case TRADE -> trade(entry);
            case DEPOSIT, REWARD, WITHDRAWAL, TRANSFER, FEE -> move(entry);
            case UNCLASSIFIED -> {
                // nobody knows what it did
            }
        }
    }

    private void move(LedgerEntry entry) {
        Amount received = entry.received();
        Amount sent = entry.sent();
        Amount fee = entry.fee();
        BigDecimal lost = received == null && sent == null ? null : transfers.lost(entry);
        if (lost != null) {
            if (sent != null) {
                leave(sent.asset(), lost);
            }
        } else if (sent != null) {
            depart(entry, sent);
        } else if (received != null) {
            fee = arrive(entry.kind() == TransactionKind.TRANSFER, entry.occurredAt(), received, fee);
        }
        if (fee != null) {
            leave(fee.asset(), fee.quantity());
        }
    }

    /** Returns what is left of the fee. */
    private @Nullable Amount arrive(boolean back, Instant at, Amount received, @Nullable Amount fee) {
        AssetCode asset = received.asset();
        BigDecimal charged = fee != null && fee.asset().equals(asset) ? fee.quantity() : BigDecimal.ZERO;
        BigDecimal net = received.quantity().subtract(charged);
        if (net.signum() > 0) {
            Position position = position(asset);
            BigDecimal known = back ? position.comeBack(at.getEpochSecond(), net) : BigDecimal.ZERO;
            BigDecimal rest = net.subtract(known);
            if (rest.signum() > 0) {
                position.acquire(at.getEpochSecond(), rest, worth(asset, rest, at));
            }
        }
        if (fee == null || !fee.asset().equals(asset)) {
            return fee;
        }
        return net.signum() < 0 ? new Amount(asset, net.negate()) : null;
    }

    private void depart(LedgerEntry entry, Amount sent) {
        Position position = position(sent.asset());
        switch (entry.kind()) {
            case TRANSFER -> position.goAway(sent.quantity());
            case TRADE, DEPOSIT, WITHDRAWAL, FEE, REWARD, UNCLASSIFIED ->
                dispose(position, entry.occurredAt(), sent.quantity(), Worth.UNKNOWN);
        }
    }

    private void trade(LedgerEntry entry) {
        Amount received = entry.received();
        Amount sent = entry.sent();
        if (received == null || sent == null) {
            move(entry);
        } else if (received.asset().equals(sent.asset())) {
            convert(entry.occurredAt(), received, sent, entry.fee());
        } else {
            exchange(entry.occurredAt(), received, sent, entry.fee());
        }
    }

    /** An asset given for itself: dust, a change of account. Only the difference moves. */
    private void convert(Instant at, Amount received, Amount sent, @Nullable Amount fee) {
        BigDecimal gained = received.quantity().subtract(sent.quantity());
        Amount rest = fee;
        if (gained.signum() > 0) {
            rest = arrive(false, at, new Amount(received.asset(), gained), fee);
        } else {
            leave(sent.asset(), gained.negate());
        }
        if (rest != null) {
            leave(rest.asset(), rest.quantity());
        }
    }

    private void exchange(Instant at, Amount received, Amount sent, @Nullable Amount fee) {
        Trade trade = new Trade(at, received, sent, fee, prices, baseCurrency);
        Position from = position(sent.asset());
        Worth proceeds = from.isMoney() ? Worth.UNKNOWN : trade.proceeds();
        boolean payment = Money.settles(sent.asset()) && !Money.isMoney(received.asset()) && proceeds.base() == null;
        if (payment) {
            leave(sent.asset(), trade.given());
        } else {
            dispose(from, at, trade.given(), proceeds);
        }
        BigDecimal net = trade.taken();
        if (net.signum() > 0) {
            position(received.asset()).acquire(at.getEpochSecond(), net, trade.cost());
        } else {
            leave(received.asset(), net.negate());
        }
        if (fee != null && trade.feeIsThird()) {
            leave(fee.asset(), fee.quantity());
        }
    }

    private void dispose(Position position, Instant at, BigDecimal quantity, Worth proceeds) {
        if (position.isMoney()) {
            position.release(quantity, null, Position.Parts.IGNORED);
        } else if (quantity.signum() > 0) {
            Sale sale = new Sale(position.asset(), at, quantity, proceeds, baseCurrency, disposals);
            position.release(quantity, proceeds.quote(), sale);
            sale.end();
        }
    }

    private void leave(AssetCode asset, BigDecimal quantity) {
        if (quantity.signum() > 0) {
            position(asset).release(quantity, null, Position.Parts.IGNORED);
        }
    }

    private Worth worth(AssetCode asset, BigDecimal quantity, Instant at) {
        if (baseCurrency == null || Money.isMoney(asset)) {
            return Worth.UNKNOWN;
        }
        return Worth.inBase(baseCurrency, Trade.value(prices, asset, quantity, baseCurrency, at));
    }

    private Position position(AssetCode asset) {
        return positions.computeIfAbsent(asset, code -> new Position(code, method));
    }
}
