package dev.gangway.application.testkit.memory;

import dev.gangway.application.portfolio.port.Prices;
import dev.gangway.application.testkit.contract.PricesContract;

/** {@link InMemoryPrices} keeps its contract. */
final class InMemoryPricesTest implements PricesContract {
    @Override
    public Prices prices() {
        return new InMemoryPrices().set("BTC", "ZAR", KNOWN_FROM, PRICE.toPlainString());
    }
}
