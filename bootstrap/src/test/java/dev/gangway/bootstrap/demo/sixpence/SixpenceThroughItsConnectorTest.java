package dev.gangway.bootstrap.demo.sixpence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.exchanges.ExchangeAdapters;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import dev.gangway.bootstrap.demo.sixpence.account.Transaction;
import dev.gangway.bootstrap.demo.sixpence.api.Fault;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fictional exchange and the connector of the same name were written apart; here they meet. */
class SixpenceThroughItsConnectorTest {

    private final DemoUser jordan = DemoUser.jordan(new Random(1));
    private final SixpenceExchange sixpence = SixpenceExchange.start(0, List.of(jordan.account()));
    private final ExchangeAdapters adapters =
            ExchangeAdapters.open(new InMemoryCrypto().requestSigner(), Clock.systemUTC());
    private final ExchangeConnector connector = adapters.sixpence(sixpence.baseUrl());

    @AfterEach
    void close() {
        adapters.close();
        sixpence.close();
    }

    @Test
    void everyTransactionIsReadAndUnderstood() {
        List<LedgerTransaction> read = readAll(open(jordan.key()));

        assertThat(read)
                .extracting(LedgerTransaction::externalId)
                .containsExactlyElementsOf(jordan.account().transactions().stream()
                        .map(Transaction::id)
                        .toList());
        assertThat(read).extracting(LedgerTransaction::kind).doesNotContain(TransactionKind.UNCLASSIFIED);
    }

    @Test
    void bothKeysOpenOneAccountAndTheRevokedOneNone() {
        assertThat(open(jordan.secondKey()).reference())
                .isEqualTo(open(jordan.key()).reference());
        assertThat(connector.open(credentials(jordan.revokedKey())))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
    }

    @Test
    void aCutPageIsAnUnavailableExchange() {
        Account account = open(jordan.key());
        sixpence.faults(call -> call.forTransactions() ? new Fault.CutBody(1000) : Fault.none());

        assertThatThrownBy(() -> account.page(null)).isInstanceOf(ExchangeUnavailable.class);
    }

    @Test
    void theWaitThatItAsksForIsHeard() {
        sixpence.faults(call -> new Fault.RateLimited(Duration.ofSeconds(9)));

        assertThatThrownBy(() -> connector.open(credentials(jordan.key())))
                .isInstanceOfSatisfying(
                        ExchangeUnavailable.class,
                        fault -> assertThat(fault.retryAfter()).hasSeconds(9));
    }

    private Account open(ApiKey key) {
        Opening opening = connector.open(credentials(key));
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).account();
    }

    private static List<LedgerTransaction> readAll(Account account) {
        List<LedgerTransaction> read = new ArrayList<>();
        Page page = account.page(null);
        read.addAll(page.transactions());
        while (!page.last()) {
            page = account.page(page.cursor());
            read.addAll(page.transactions());
        }
        return read;
    }

    private static ApiCredentials credentials(ApiKey key) {
        return new ApiCredentials(Secret.of(key.key()), Secret.of(key.secret()), null);
    }
}
