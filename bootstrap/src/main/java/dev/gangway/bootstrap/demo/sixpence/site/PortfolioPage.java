package dev.gangway.bootstrap.demo.sixpence.site;

import dev.gangway.bootstrap.demo.sixpence.account.Market;
import dev.gangway.bootstrap.demo.sixpence.account.Portfolio;
import dev.gangway.bootstrap.demo.sixpence.account.Portfolio.Holding;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Amount;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Movement;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Novelty;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Reason;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Side;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction.Trade;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the customer owns, what happened lately, and the button. */
final class PortfolioPage {

    private static final int RECENT = 6;
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final Template PAGE = Template.named("portfolio");
    private static final Template HOLDING = Template.named("holding");
    private static final Template LEGEND = Template.named("legend");
    private static final Template ACTIVITY = Template.named("activity");

    private final Customer customer;

    PortfolioPage(Customer customer) {
        this.customer = customer;
    }

    Html render() {
        List<Transaction> history = customer.account().transactions();
        Portfolio portfolio = Portfolio.of(history);
        List<BigDecimal> weeks = Portfolio.weeklyTotals(history);
        return new Layout(customer)
                .page(
                        "Portfolio",
                        PAGE.render(Map.ofEntries(
                                Map.entry("name", customer.name()),
                                Map.entry("email", customer.email()),
                                Map.entry("account", customer.account().id()),
                                Map.entry("total", Amounts.rand(portfolio.total())),
                                Map.entry("paid_in", Amounts.rand(netPaidIn(history))),
                                Map.entry("count", history.size()),
                                Map.entry(
                                        "since",
                                        history.isEmpty()
                                                ? "today"
                                                : DAY.format(history.getFirst().time())),
                                Map.entry("chart", Charts.line(weeks)),
                                Map.entry(
                                        "peak",
                                        Amounts.wholeRand(weeks.stream().reduce(BigDecimal.ZERO, BigDecimal::max))),
                                Map.entry("allocation", Charts.allocation(portfolio)),
                                Map.entry("legend", Html.join(each(portfolio, this::legend))),
                                Map.entry("holdings", Html.join(each(portfolio, this::holding))),
                                Map.entry("activity", Html.join(recent(history))))));
    }

    private interface Row {
        Html of(Holding holding, BigDecimal total);
    }

    private static List<Html> each(Portfolio portfolio, Row row) {
        return portfolio.holdings().stream()
                .map(holding -> row.of(holding, portfolio.total()))
                .toList();
    }

    private Html legend(Holding holding, BigDecimal total) {
        return LEGEND.render(Map.of(
                "colour", colour(holding.asset()),
                "asset", holding.asset().name(),
                "share", Amounts.percent(holding.permille(total))));
    }

    private Html holding(Holding holding, BigDecimal total) {
        return HOLDING.render(Map.of(
                "colour", colour(holding.asset()),
                "asset", holding.asset().name(),
                "name", holding.asset().displayName(),
                "quantity", Amounts.quantity(holding.balance()),
                "price", Amounts.rand(holding.price()),
                "value", Amounts.rand(holding.value()),
                "share", Amounts.percent(holding.permille(total))));
    }

    static String colour(Market asset) {
        return asset.name().toLowerCase(Locale.ROOT);
    }

    private static List<Html> recent(List<Transaction> history) {
        List<Html> rows = new ArrayList<>();
        for (int i = history.size() - 1; i >= Math.max(0, history.size() - RECENT); i--) {
            rows.add(activity(history.get(i)));
        }
        return rows;
    }

    private static Html activity(Transaction transaction) {
        return switch (transaction) {
            case Trade trade
            when trade.side() == Side.BUY ->
                row(trade, "Bought " + trade.base().asset(), "in", "+", trade.base(), "−", trade.quote());
            case Trade trade ->
                row(trade, "Sold " + trade.base().asset(), "out", "−", trade.base(), "+", trade.quote());
            case Movement movement ->
                row(
                        movement,
                        title(movement),
                        movement.reason().incoming() ? "in" : "out",
                        movement.reason().incoming() ? "+" : "−",
                        movement.amount());
            case Novelty novelty -> row(novelty, novelty.type(), "in", "", Html.NOTHING, Html.NOTHING);
        };
    }

    private static String title(Movement movement) {
        String asset = movement.amount().asset();
        return switch (movement.reason()) {
            case DEPOSIT -> "Deposited " + asset;
            case WITHDRAWAL -> "Withdrew " + asset;
            case FEE -> "SixpenceX Plus, monthly fee";
            case REWARD -> asset + " staking reward";
        };
    }

    private static Html row(
            Transaction transaction,
            String title,
            String direction,
            String sign,
            Amount amount,
            String against,
            Amount price) {
        return row(
                transaction,
                title,
                direction,
                sign,
                amountText(amount),
                Html.text(against + amountText(price).markup()));
    }

    private static Html row(Transaction transaction, String title, String direction, String sign, Amount amount) {
        return row(transaction, title, direction, sign, amountText(amount), Html.NOTHING);
    }

    private static Html row(
            Transaction transaction, String title, String direction, String sign, Html amount, Html against) {
        return ACTIVITY.render(Map.of(
                "title",
                title,
                "direction",
                direction,
                "icon",
                direction.equals("in") ? "↓" : "↑",
                "day",
                DAY.format(transaction.time()),
                "amount",
                new Html(sign + amount.markup()),
                "against",
                against));
    }

    private static Html amountText(Amount amount) {
        return Html.text(
                amount.asset().equals(Market.ZAR.name())
                        ? Amounts.rand(amount.value())
                        : Amounts.quantity(amount.value()) + '\u00a0' + amount.asset());
    }

    private static BigDecimal netPaidIn(List<Transaction> history) {
        return history.stream()
                .filter(transaction -> transaction instanceof Movement movement
                        && movement.amount().asset().equals(Market.ZAR.name())
                        && (movement.reason() == Reason.DEPOSIT || movement.reason() == Reason.WITHDRAWAL))
                .flatMap(transaction -> transaction.changes().stream())
                .map(Transaction.Change::delta)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
