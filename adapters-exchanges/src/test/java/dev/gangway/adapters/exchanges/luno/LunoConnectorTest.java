package dev.gangway.adapters.exchanges.luno;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LunoConnectorTest implements ExchangeConnectorContract {
    private static final Instant LATE = Instant.parse("2025-11-01T00:00:00Z");

    private final LunoStub stub = new LunoStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, ErrUnauthorised, CREDENTIALS_REFUSED",
        "401, ErrAPIKeyRevoked, CREDENTIALS_REFUSED",
        "401, ErrSomethingNew, CREDENTIALS_REFUSED",
        "200, ErrAPIKeyNotFound, CREDENTIALS_REFUSED",
        "403, ErrInsufficientPerms, PERMISSION_MISSING"
    })
    void aKeyIsRefusedByACodeOfTheExchange(int status, String code, SourceFailure reason) {
        stub.instead(status, "{\"error\":\"no\",\"error_code\":\"" + code + "\"}");

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @Test
    void theRateLimitInItsOwnWordsPausesEverybody() {
        stub.instead(403, "{\"error\":\"slow\",\"error_code\":\"ErrTooManyRequests\"}");

        assertThatThrownBy(() -> stub.connector().open(stub.key()))
                .isInstanceOfSatisfying(
                        ExchangeUnavailable.class,
                        unavailable -> assertThat(unavailable.retryAfter()).isEqualTo(Duration.ofSeconds(60)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kéy-kéy-kéy", "key\r\nX-Evil: 1", "key with blanks", "key:with-a-colon"})
    void aKeyThatTheSchemeCannotCarryIsRefusedWithoutACall(String key) {
        assertThat(stub.connector().open(StubbedExchange.credentials(key, "the-first-secret-of-42")))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no cursor", "1|a:zzzzzzzzzzzzz||", "2|||", "1||x|", "1|3485527347968330182:-1||"})
    void aCursorThatNobodyCanReadStartsOver(String cursor) {
        assertThat(read(cursor)).hasSameSizeAs(stub.history());
    }

    @Test
    void everyPageCanBeTheLastOfARunThatDied() {
        List<LedgerTransaction> read = new ArrayList<>();
        @Nullable String cursor = null;
        boolean last = false;
        while (!last) {
            Page page = account().page(cursor);
            read.addAll(page.transactions());
            cursor = page.cursor();
            last = page.last();
            assertThat(read.size())
                    .as("more than there is")
                    .isLessThanOrEqualTo(stub.history().size());
        }

        assertThat(read)
                .extracting(LedgerTransaction::externalId)
                .containsExactlyInAnyOrderElementsOf(stub.history().stream()
                        .map(LedgerTransaction::externalId)
                        .toList());
    }

    @Test
    void anAmountThatIsNoneIsKeptUnclassified() {
        stub.row(LunoStub.RAND, LATE, "TRANSFER", "1e400", ",\"description\":\"Bank Deposit\"");

        assertThat(last()).satisfies(read -> {
            assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
            assertThat(read.occurredAt()).isEqualTo(LATE);
            assertThat(read.raw()).contains("1e400");
        });
    }

    @Test
    void anExchangeOfWhichTheOtherSideIsMissingIsKeptUnclassified() {
        stub.row(LunoStub.RAND, LATE, "EXCHANGE", "-100", ",\"description\":\"Bought BTC\",\"reference\":\"lone\"");

        assertThat(last().kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    @Test
    void theOtherSideOfAnExchangeMayComeWithTheNextRun() {
        String reference = ",\"description\":\"Bought BTC\",\"reference\":\"young\"";
        stub.row(LunoStub.RAND, StubbedExchange.NOW, "EXCHANGE", "-100", reference);
        List<Page> pages = pages(null);
        assertThat(all(pages)).hasSameSizeAs(stub.history());

        stub.row(LunoStub.BITCOIN, StubbedExchange.NOW, "EXCHANGE", "0.0001", reference);

        assertThat(read(pages.getLast().cursor()))
                .singleElement()
                .satisfies(read -> assertThat(read.kind()).isEqualTo(TransactionKind.TRADE));
    }

    @ParameterizedTest
    @CsvSource({
        "TRANSFER, 1, Received Bitcoin, DEPOSIT",
        "TRANSFER, -1, Transfer to savings, TRANSFER",
        "TRANSFER, 1, Referral reward, REWARD",
        "'', 1, Deposit, DEPOSIT",
        "'', -1, Withdrawal, WITHDRAWAL",
        "'', -1, Trading fee, FEE",
        "'', 1, Trading fee refund, UNCLASSIFIED",
        "FEE, 1, Fee refund, UNCLASSIFIED",
        "INTEREST, -1, Interest, UNCLASSIFIED"
    })
    void tellsByKindAndDescription(String kind, String delta, String description, TransactionKind becomes) {
        stub.row(LunoStub.RAND, LATE, kind, delta, ",\"description\":\"" + description + "\"");

        assertThat(last().kind()).isEqualTo(becomes);
    }

    private LedgerTransaction last() {
        return all(pages(null)).stream()
                .filter(read -> read.externalId().equals(stub.last(LunoStub.RAND)))
                .findAny()
                .orElseThrow();
    }

    private Account account() {
        return ((Opening.Opened) stub.connector().open(stub.key())).account();
    }

    private List<LedgerTransaction> read(@Nullable String cursor) {
        return all(pages(cursor));
    }

    private static List<LedgerTransaction> all(List<Page> pages) {
        return pages.stream().flatMap(page -> page.transactions().stream()).toList();
    }

    private List<Page> pages(@Nullable String cursor) {
        Account account = account();
        List<Page> pages = new ArrayList<>(List.of(account.page(cursor)));
        while (!pages.getLast().last()) {
            pages.add(account.page(pages.getLast().cursor()));
        }
        return pages;
    }
}
