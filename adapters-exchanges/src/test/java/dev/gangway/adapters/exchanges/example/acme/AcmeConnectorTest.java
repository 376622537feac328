package dev.gangway.adapters.exchanges.example.acme;

import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import org.junit.jupiter.api.AfterEach;

class AcmeConnectorTest implements ExchangeConnectorContract {
    private final AcmeStub stub = new AcmeStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }
}
