package dev.gangway.adapters.exchanges.valr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValrConnectorTest implements ExchangeConnectorContract {
    private final ValrStub stub = new ValrStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    /** The two examples of VALR's documentation. */
    @Test
    void signsAsTheDocumentationDoes() {
        Secret secret = Secret.of("4961b74efac86b25cce8fbe4c9811c4c7a787b7a5996660afcc2e287ad864363");

        assertThat(ValrApi.signature(
                        new InMemoryCrypto().requestSigner(),
                        secret,
                        "1558014486185",
                        "GET",
                        "/v1/account/balances",
                        ""))
                .isEqualTo("9d52c181ed69460b49307b7891f04658e938b21181173844b5018b2fe783a6d4"
                        + "c62b8e67a03de4d099e7437ebfabe12c56233b73c6a0cc0f7ae87e05f6289928");
        assertThat(
                        ValrApi.signature(
                                new InMemoryCrypto().requestSigner(),
                                secret,
                                "1558017528946",
                                "POST",
                                "/v1/orders/market",
                                "{\"customerOrderId\":\"ORDER-000001\",\"pair\":\"BTCUSDC\",\"side\":\"BUY\",\"quoteAmount\":\"80000\"}"))
                .isEqualTo("09f536e3dfdad58443f16010a97a0a21ad27486b7b8d6d4103170d885410ed77"
                        + "f037f1fa628474190d4f5c08ca12c1acc850901f1c2e75c6d906ec3b32b008d0");
    }

    @ParameterizedTest
    @ValueSource(longs = {-3600, -40, 40, 3600})
    void takesTheTimeOfTheExchangeWhereOursIsTooFarFromIt(long seconds) {
        stub.clockAhead(Duration.ofSeconds(seconds));

        assertThat(read(null)).hasSameSizeAs(stub.history());
        assertThat(stub.connector().open(stub.wrongSecret()))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | -93 | Unauthorized | CREDENTIALS_REFUSED",
                "401 | -11252 | Request has an invalid signature | CREDENTIALS_REFUSED",
                "403 | -11252 | Request has an invalid signature | CREDENTIALS_REFUSED",
                "403 | -1 | IP address not allowed | CREDENTIALS_REFUSED",
                "403 | -93 | Forbidden | PERMISSION_MISSING"
            })
    void aKeyIsRefusedInTheExchangesOwnWords(int status, int code, String message, SourceFailure reason) {
        stub.refuse(status, "{\"code\":" + code + ",\"message\":\"" + message + "\"}");

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @Test
    void aPermissionThatNobodyHasHeardOfMayBeOneToWithdraw() {
        assertThat(stub.connector().open(ValrStub.credentials("a-valr-key-of-nobody-new", "the-fifth-secret-of-42")))
                .isEqualTo(new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kéy-kéy-kéy", "key\r\nX-Evil: 1", "key with blanks"})
    void aKeyThatNoHeaderCanCarryIsRefusedWithoutACall(String key) {
        assertThat(stub.connector().open(ValrStub.credentials(key, "the-first-secret-of-42")))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void pagesOutOfOrderLoseNothing() {
        stub.shuffle();

        holdsTheWholeHistory(read(null));
    }

    @Test
    void recordsAddedWhilePagesAreTurnedShiftNothing() {
        List<LedgerTransaction> before = stub.history();
        stub.keepGrowing();

        assertThat(ids(read(null))).containsAll(ids(before)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no cursor", "2|||", "1|x||", "1|9999999999999999||", "1|||a b"})
    void aCursorThatNobodyCanReadStartsOver(String cursor) {
        holdsTheWholeHistory(read(cursor));
    }

    @Test
    void everyPageCanBeTheLastOfARunThatDied() {
        List<LedgerTransaction> read = new ArrayList<>();
        Page page = account().page(null);
        while (!page.last()) {
            read.addAll(page.transactions());
            page = account().page(page.cursor());
            assertThat(read.size())
                    .as("more than there is")
                    .isLessThanOrEqualTo(stub.history().size());
        }

        holdsTheWholeHistory(read);
    }

    @Test
    void anAccountInWhichNothingHasHappenedHasNoNameYet() {
        stub.forget();
        Account account = account();
        Page only = account.page(null);

        assertThat(account.reference()).isNull();
        assertThat(only.transactions()).isEmpty();
        assertThat(only.last()).isTrue();

        stub.grow();
        assertThat(account().reference()).isEqualTo(stub.account());
        holdsTheWholeHistory(read(only.cursor()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "FIAT_WITHDRAWAL | debit | 10 | WITHDRAWAL",
                "OFF_CHAIN_BLOCKCHAIN_WITHDRAW | debit | 10 | WITHDRAWAL",
                "FIAT_WITHDRAWAL_REVERSAL | credit | 10 | DEPOSIT",
                "CREDIT_CARD_DEPOSIT | credit | 10 | DEPOSIT",
                "STAKING_REWARD | credit | 10 | REWARD",
                "SPOT_BORROW_INTEREST_CHARGE | debit | 10 | FEE",
                "INTERNAL_TRANSFER | credit | 10 | TRANSFER",
                "FIAT_DEPOSIT | debit | 10 | UNCLASSIFIED",
                "FIAT_DEPOSIT | credit | 1e400 | UNCLASSIFIED",
                "FIAT_DEPOSIT | credit | -1 | UNCLASSIFIED",
                "MARKET_BUY | credit | 10 | UNCLASSIFIED",
                "ACCOUNT_FUNDING | credit | 10 | UNCLASSIFIED"
            })
    void tellsByTypeAndSide(String type, String side, String value, TransactionKind becomes) {
        String id = stub.add(type, "\"" + side + "Currency\":\"R\",\"" + side + "Value\":\"" + value + "\"");

        assertThat(read(null))
                .filteredOn(read -> read.externalId().equals(id))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.kind()).isEqualTo(becomes);
                    assertThat(read.raw()).contains(value);
                });
    }

    private void holdsTheWholeHistory(List<LedgerTransaction> read) {
        assertThat(whatHappened(read)).containsAll(whatHappened(stub.history()));
    }

    private static Set<LedgerEntry> whatHappened(List<LedgerTransaction> transactions) {
        SourceId any = new SourceId("src_01JABCDEFGHJKMNPQRSTVWXYZ0");
        return transactions.stream().map(read -> LedgerEntry.of(any, read)).collect(Collectors.toSet());
    }

    private static List<String> ids(List<LedgerTransaction> transactions) {
        return transactions.stream().map(LedgerTransaction::externalId).toList();
    }

    private Account account() {
        return ((Opening.Opened) stub.connector().open(stub.key())).account();
    }

    private List<LedgerTransaction> read(@Nullable String cursor) {
        Account account = account();
        List<LedgerTransaction> read = new ArrayList<>();
        Page page = account.page(cursor);
        read.addAll(page.transactions());
        while (!page.last()) {
            page = account.page(page.cursor());
            read.addAll(page.transactions());
        }
        return read;
    }
}
