package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.coinbase.CoinbasePlace.Part;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through fills and wallets. Coinbase's pages begin behind a record, so what comes in meanwhile moves nothing. */
final class CoinbaseAccount implements ExchangeConnector.Account {
    /** A transaction that has not been finished for so long never will be, and is kept as it is. */
    static final Duration PATIENCE = Duration.ofDays(60);

    /** One page of ours is so many of Coinbase's at most, while nothing is in them. */
    private static final int MOST_CALLS = 20;

    private static final Set<String> UNFINISHED = Set.of("pending", "waiting_for_clearing", "waiting_for_signature");

    private final CoinbaseApi api;
    private final CoinbasePages pages;
    private final AccountReference reference;
    private final CoinbaseLegs legs = new CoinbaseLegs();
    private final Set<String> turned = new HashSet<>();
    private @Nullable NavigableSet<String> wallets;

    /** The part whose legs have been collected from its beginning, by this run. */
    private @Nullable Part collecting;

    CoinbaseAccount(CoinbaseApi api, ApiCredentials credentials, AccountReference reference) {
        this.api = api;
        this.pages = new CoinbasePages(api, credentials);
        this.reference = reference;
    }

    /** Where a page of Coinbase's leads: to another place of the walk, or to its end. */
    private record Step(CoinbasePlace next, boolean last) {}

    @Override
    public AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        CoinbasePlace place = CoinbasePlace.parse(cursor);
        List<LedgerTransaction> transactions = new ArrayList<>();
        for (int calls = 0; calls < MOST_CALLS && transactions.isEmpty(); calls++) {
            Step step = switch (place.part()) {
                case FILLS -> fills(place, transactions);
                case WALLETS, LEGS -> wallet(begun(place), transactions);
            };
            if (step.last()) {
                return new Page(transactions, step.next().text(), true);
            }
            place = step.next();
        }
        return new Page(transactions, place.text(), false);
    }

    private Step fills(CoinbasePlace place, List<LedgerTransaction> transactions) {
        if (place.after().isEmpty()) {
            turned.clear();
        }
        CoinbasePages.Slice slice = pages.fills(place.since(), place.after(), place.fills());
        CoinbasePlace here = slice.records().isEmpty() ? place : place.withFills();
        boolean news = false;
        for (JsonNode fill : slice.records()) {
            Instant time = time(fill, "trade_time");
            if (!place.knows(time)) {
                news = true;
                here = here.met(time);
                transactions.add(CoinbaseRecords.MAPPING.read(fill));
            }
        }
        boolean beyond = !news && isNewestFirst(slice.records(), "trade_time");
        if (!beyond && !slice.next().isEmpty()) {
            turn(place.after(), slice.next());
            return new Step(here.at(Part.FILLS, "", slice.next()), false);
        }
        return new Step(here.at(Part.WALLETS, "", ""), false);
    }

    /** The place with a wallet, the first where there was none. */
    private CoinbasePlace begun(CoinbasePlace place) {
        boolean lost = place.part() == Part.LEGS && collecting != Part.LEGS;
        if (!place.wallet().isEmpty() && !lost) {
            return place;
        }
        legs.clear();
        turned.clear();
        collecting = place.part();
        return place.at(place.part(), walletAfter(""), "");
    }

    private Step wallet(CoinbasePlace place, List<LedgerTransaction> transactions) {
        if (place.wallet().isEmpty()) {
            return end(place, transactions);
        }
        CoinbasePages.Slice slice = pages.transactions(place.wallet(), place.after());
        CoinbasePlace here = place;
        boolean news = false;
        for (JsonNode transaction : slice.records()) {
            Instant time = time(transaction, "created_at");
            if (!place.knows(time)) {
                news = true;
                here = take(here, transaction, time, transactions);
            }
        }
        boolean beyond = !news && isNewestFirst(slice.records(), "created_at");
        if (!beyond && !slice.next().isEmpty()) {
            turn(place.wallet() + ' ' + place.after(), place.wallet() + ' ' + slice.next());
            return new Step(here.at(here.part(), here.wallet(), slice.next()), false);
        }
        String following = walletAfter(place.wallet());
        return following.isEmpty() ? end(here, transactions) : new Step(here.at(here.part(), following, ""), false);
    }

    private CoinbasePlace take(
            CoinbasePlace place, JsonNode transaction, @Nullable Instant time, List<LedgerTransaction> transactions) {
        boolean unfinished =
                UNFINISHED.contains(transaction.path("status").asText("").trim());
        if (unfinished && time != null && time.isAfter(api.now().minus(PATIENCE))) {
            return place.holding(time);
        }
        CoinbasePlace here = place.met(time);
        String trade = CoinbaseLegs.trade(transaction);
        if (trade != null) {
            // at the edge of what is known the other side may lie beyond it, and the trade is known
            if (!place.isAtTheEdge(time) && !legs.add(trade, transaction)) {
                throw api.unreadable("has more trades between wallets than can be joined");
            }
            return here.withLegs();
        }
        boolean told =
                CoinbaseRecords.isFill(transaction) && (place.fills() || CoinbaseRecords.isQuoteSide(transaction));
        if (place.part() == Part.WALLETS && !told) {
            transactions.add(CoinbaseRecords.MAPPING.read(transaction));
        }
        return here;
    }

    /** After the last wallet: the trades between wallets, if this run has seen all the sides, else their part. */
    private Step end(CoinbasePlace place, List<LedgerTransaction> transactions) {
        if (place.legs() && collecting != place.part()) {
            return new Step(place.at(Part.LEGS, "", ""), false);
        }
        transactions.addAll(CoinbaseRecords.MAPPING.readAll(legs.records()));
        return new Step(place.nextWalk(), true);
    }

    private void turn(String from, String to) {
        turned.add(from);
        if (!turned.add(to)) {
            throw api.unreadable("turns its pages in a circle");
        }
    }

    /** The next wallet in the order of their ids, which is the same for every run; empty if there is none. */
    private String walletAfter(String before) {
        if (wallets == null) {
            wallets = pages.wallets();
        }
        String next = wallets.higher(before);
        return next == null ? "" : next;
    }

    /** Only then is what follows older still. */
    private static boolean isNewestFirst(List<JsonNode> records, String member) {
        if (records.isEmpty()) {
            return false;
        }
        Instant first = time(records.getFirst(), member);
        Instant last = time(records.getLast(), member);
        return first == null || last == null || !first.isBefore(last);
    }

    private static @Nullable Instant time(JsonNode record, String member) {
        try {
            return Fields.isoTime(record, member);
        } catch (InvalidValue undated) {
            return null;
        }
    }
}
