package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.application.testkit.contract.ExchangeStub.Trouble;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every connector is held to, against a stub of its exchange. */
public interface ExchangeConnectorContract {
    /** A connector that does not notice a circle fails instead of running for ever. */
    int MOST_PAGES = 100;

    /** The stub; the same one within a test, in its first state when the test begins. */
    ExchangeStub exchange();

    @Test
    default void everyKeyOfAnAccountOpensTheSameOne() {
        assertThat(opened(exchange().key()).reference()).isEqualTo(exchange().account());
        assertThat(opened(exchange().secondKey()).reference())
                .isEqualTo(exchange().account());
    }

    @Test
    default void readsTheWholeHistoryOldestFirst() {
        List<LedgerTransaction> read = read(opened(exchange().key()), null);
        assertThat(read)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("raw", "mapperVersion")
                .containsExactlyInAnyOrderElementsOf(exchange().history());
        if (exchange().keepsOneOrder()) {
            assertThat(ids(read)).isEqualTo(ids(exchange().history()));
            assertThat(read).extracting(LedgerTransaction::occurredAt).isSorted();
        }
        assertThat(read).extracting(LedgerTransaction::externalId).doesNotHaveDuplicates();
        assertThat(exchange().complaints()).isEmpty();
    }

    @Test
    default void keepsEachRecordAsItWasSentAboveAllThoseItDoesNotKnow() {
        List<LedgerTransaction> read = read(opened(exchange().key()), null);
        assertThat(read)
                .allSatisfy(transaction -> assertThat(transaction.raw()).contains(transaction.externalId()))
                .allSatisfy(
                        transaction -> assertThat(transaction.mapperVersion()).isPositive());
        assertThat(read).extracting(LedgerTransaction::kind).contains(TransactionKind.UNCLASSIFIED);
    }

    @Test
    default void derivesEachTransactionAnewFromWhatItKeptOfIt() {
        ExchangeConnector connector = exchange().connector();
        List<LedgerTransaction> read = read(opened(exchange().key()), null);
        assertThat(read)
                .allSatisfy(transaction ->
                        assertThat(connector.map(transaction.raw())).isEqualTo(transaction))
                .extracting(LedgerTransaction::mapperVersion)
                .containsOnly(connector.mapperVersion());
        assertThat(exchange().complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "[]", "null", "{\"cut\": \"off", "no JSON"})
    default void derivesNothingFromWhatIsNoRecord(String raw) {
        assertThat(exchange().connector().map(raw)).isNull();
    }

    @Test
    default void goesOnBehindAPageThatAnotherRunStored() {
        Page first = opened(exchange().key()).page(null);
        assertThat(first.last()).isFalse();
        List<LedgerTransaction> rest = read(opened(exchange().key()), first.cursor());
        List<String> ids = new ArrayList<>(ids(first.transactions()));
        ids.addAll(ids(rest));
        assertThat(ids).containsExactlyInAnyOrderElementsOf(ids(exchange().history()));
    }

    @Test
    default void callsWhatReadsAndNothingElse() {
        List<Page> pages = pages(opened(exchange().key()), null);
        exchange().grow();
        read(opened(exchange().key()), pages.getLast().cursor());
        assertThat(exchange().calls()).isEqualTo(exchange().readCalls());
        assertThat(exchange().complaints()).isEmpty();
    }

    @Test
    default void aRefreshBringsWhatHasComeSinceTheLastPage() {
        Page last = pages(opened(exchange().key()), null).getLast();
        List<LedgerTransaction> come = exchange().grow();
        List<LedgerTransaction> refreshed = read(opened(exchange().key()), last.cursor());
        assertThat(ids(refreshed)).containsAll(ids(come));
        // the end of what is known may come again; the whole history may not
        assertThat(refreshed).hasSizeLessThan(exchange().history().size() - 1);
    }

    @Test
    default void everyCursorCanBeKept() {
        List<Page> pages = pages(opened(exchange().key()), null);
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.cursor()).isNotBlank().hasSizeLessThanOrEqualTo(1000));
    }

    @Test
    default void aKeyThatTheExchangeRefusesIsAnAnswer() {
        assertThat(exchange().connector().open(exchange().unknownKey()))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(exchange().connector().open(exchange().wrongSecret()))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(exchange().connector().open(exchange().keyWithoutRead()))
                .isEqualTo(new Opening.Refused(SourceFailure.PERMISSION_MISSING));
    }

    @Test
    default void aKeyThatMayDoMoreThanReadIsNotUsedWhereTheExchangeTells() {
        ApiCredentials strong = exchange().keyThatMayTrade();
        // where it does not, calling nothing but what reads is all the proof there is: callsWhatReadsAndNothingElse
        if (strong != null) {
            assertThat(exchange().connector().open(strong))
                    .isEqualTo(new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY));
        }
    }

    @Test
    default void aKeyThatIsRefusedHalfWaySaysWhy() {
        Account account = opened(exchange().key());
        exchange().trouble(Trouble.REFUSAL);
        KeyRefused refused = catchThrowableOfType(KeyRefused.class, () -> account.page(null));
        assertThat(refused.reason()).isEqualTo(SourceFailure.CREDENTIALS_REFUSED);
        tellsNothing(refused);
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"NONE", "REFUSAL", "SAME_CURSOR", "CIRCLE"})
    default void whatCannotBeReadIsAnUnavailableExchange(Trouble trouble) {
        Account account = opened(exchange().key());
        exchange().trouble(trouble);
        Duration wait = trouble == Trouble.TOO_MANY_REQUESTS ? ExchangeStub.RETRY_AFTER : Duration.ZERO;
        assertThat(unavailable(() -> exchange().connector().open(exchange().key()))
                        .retryAfter())
                .isEqualTo(wait);
        assertThat(unavailable(() -> account.page(null)).retryAfter()).isEqualTo(wait);
        assertThat(exchange().complaints()).isEmpty();
    }

    @Test
    default void anExchangeThatHasRecoveredIsReadAgain() {
        exchange().trouble(Trouble.CUT_SHORT);
        unavailable(() -> exchange().connector().open(exchange().key()));
        exchange().trouble(Trouble.NONE);
        assertThat(read(opened(exchange().key()), null))
                .hasSameSizeAs(exchange().history());
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"SAME_CURSOR", "CIRCLE"})
    default void pagesThatLeadInACircleEnd(Trouble trouble) {
        exchange().trouble(trouble);
        Account account = opened(exchange().key());
        unavailable(() -> read(account, null));
    }

    private Account opened(ApiCredentials credentials) {
        Opening opening = exchange().connector().open(credentials);
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).account();
    }

    private static List<LedgerTransaction> read(Account account, @Nullable String from) {
        return pages(account, from).stream()
                .flatMap(page -> page.transactions().stream())
                .toList();
    }

    private static List<Page> pages(Account account, @Nullable String from) {
        List<Page> pages = new ArrayList<>();
        pages.add(account.page(from));
        while (!pages.getLast().last()) {
            assertThat(pages.size()).as("pages of a stub").isLessThan(MOST_PAGES);
            pages.add(account.page(pages.getLast().cursor()));
        }
        return pages;
    }

    private static List<String> ids(List<LedgerTransaction> transactions) {
        return transactions.stream().map(LedgerTransaction::externalId).toList();
    }

    private ExchangeUnavailable unavailable(ThrowingCallable call) {
        ExchangeUnavailable fault = catchThrowableOfType(ExchangeUnavailable.class, call);
        assertThat(fault).isNotNull();
        tellsNothing(fault);
        return fault;
    }

    /** A fault is logged with everything that hangs on it. */
    private void tellsNothing(Throwable fault) {
        for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
            assertThat(cause.toString())
                    .doesNotContain(
                            exchange().key().apiKey().reveal(),
                            exchange().key().apiSecret().reveal());
        }
    }
}
