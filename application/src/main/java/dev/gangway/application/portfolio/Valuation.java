package dev.gangway.application.portfolio;

import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.portfolio.BaseCurrency;
import dev.gangway.domain.portfolio.CostBasis;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.portfolio.Portfolio;
import dev.gangway.domain.portfolio.PriceSource;
import dev.gangway.domain.portfolio.TransferMatching;
import java.util.function.Consumer;

/** Reads a ledger for its currency and its transfers, which most entries say nothing of, and then for what it amounts to. */
final class Valuation {
    private final Ledgers ledgers;
    private final PriceSource prices;

    Valuation(Ledgers ledgers, PriceSource prices) {
        this.ledgers = ledgers;
        this.prices = prices;
    }

    /** What is left in the end; every disposal is told on the way. */
    Portfolio follow(LedgerScope scope, CostBasisMethod method, Consumer<Disposal> disposals) {
        BaseCurrency base = new BaseCurrency();
        ledgers.pairs(scope).forEach(pair -> base.take(pair.sent(), pair.received(), pair.trades()));
        TransferMatching transfers = new TransferMatching();
        ledgers.read(scope, TransferMatching.KINDS, transfers::take);
        AssetCode currency = base.code();
        CostBasis basis = new CostBasis(method, transfers.matched(), prices, currency, disposals);
        ledgers.read(scope, basis::take);
        return Portfolio.of(basis.holdings(), currency);
    }
}
