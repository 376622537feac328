package dev.gangway.adapters.exchanges.sixpence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.domain.source.SourceFailure;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SixpenceConnectorTest implements ExchangeConnectorContract {
    private final SixpenceStub stub = new SixpenceStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void isSixpence() {
        assertThat(stub.connector().exchange().value()).isEqualTo("SIXPENCE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"six_kéy-kéy-kéy", "six_key\r\nX-Evil: 1", "six key with blanks"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutACall(String key) {
        stub.trouble(ExchangeStub.Trouble.SERVER_ERROR);

        assertThat(stub.connector().open(SixpenceStub.credentials(key, "the-first-secret-of-42")))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://six.example", "/api", "https://six.example?x=1", "https:six"})
    void wantsAWebAddress(String address) {
        try (ExchangeAdapters adapters =
                ExchangeAdapters.open(new InMemoryCrypto().requestSigner(), Clock.systemUTC())) {
            assertThatThrownBy(() -> adapters.sixpence(URI.create(address)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
