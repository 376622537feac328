package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.page.SourceRow.State;
import dev.gangway.adapters.http.page.TransactionRow.Direction;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReportViewsTest {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "TRADE, 0.0123 BTC, 12345.67 ZAR, , Bought 0.0123 BTC for 12345.67 ZAR, TRADE",
        "TRADE, 34902.15 ZAR, 12.75 SOL, , Sold 12.75 SOL for 34902.15 ZAR, TRADE",
        "TRADE, 0.5 ETH, 0.02 BTC, , Exchanged 0.02 BTC for 0.5 ETH, TRADE",
        "TRADE, 1 USD, 18.05 ZAR, , Exchanged 18.05 ZAR for 1.00 USD, TRADE",
        "DEPOSIT, 15000 ZAR, , , Deposited 15000.00 ZAR, IN",
        "WITHDRAWAL, , 1.5 ETH, 0.001 ETH, Withdrew 1.5 ETH, OUT",
        "REWARD, 0.00318 ETH, , , Earned 0.00318 ETH, IN",
        "FEE, , , 35 ZAR, Charged 35.00 ZAR, OUT",
        "TRANSFER, 2 BTC, , , Moved 2 BTC here from another account, IN",
        "TRANSFER, , 2 BTC, , Moved 2 BTC to another account, OUT",
        "UNCLASSIFIED, , , , Kept as the exchange sent it, UNKNOWN",
    })
    void everyKindOfTransactionIsOneSentence(
            TransactionKind kind,
            @Nullable String received,
            @Nullable String sent,
            @Nullable String fee,
            String what,
            Direction direction) {
        LedgerTransaction transaction =
                new LedgerTransaction("x1", kind, NOON, amount(received), amount(sent), amount(fee), "{}", 1);

        TransactionRow row = TransactionRows.of(
                LedgerEntry.of(new SourceId("src_01HZA9F3K2WPS6T4VYXNK8B0Q2"), transaction), "SIXPENCE");

        assertThat(row.what().replace('\u00A0', ' ').replace("\u202F", "")).isEqualTo(what);
        assertThat(row.direction()).isEqualTo(direction);
        assertThat(row.received() == null).isEqualTo(received == null);
        assertThat(row.paid() == null).isEqualTo(sent == null);
        assertThat(row.fee() == null).isEqualTo(fee == null);
    }

    @ParameterizedTest
    @EnumSource(SourceFailure.class)
    void everyFailureHasAStateOfItsOwn(SourceFailure failure) {
        ReportView view = view(source("KRAKEN", failure.status(), failure));

        assertThat(view.sources()).singleElement().matches(SourceRow::needsAttention);
        assertThat(Arrays.stream(SourceFailure.values())
                        .map(each -> view(source("KRAKEN", each.status(), each))
                                .sources()
                                .getFirst()
                                .state()))
                .doesNotHaveDuplicates();
    }

    @Test
    void sourcesThatNeedAttentionComeFirst() {
        ReportView view = view(
                source("KRAKEN", SourceStatus.POPULATED, null),
                source("VALR", SourceStatus.PROCESSING, null),
                source("LUNO", SourceStatus.FAILED, null),
                source("SIXPENCE", SourceStatus.CREDENTIALS_FAILED, null));

        assertThat(view.sources())
                .extracting(SourceRow::state)
                .containsExactly(State.UNREACHABLE, State.KEY_REFUSED, State.IMPORTING, State.UP_TO_DATE);
    }

    @Test
    void theWayToANewKeyLeadsThroughThePartnerThatBroughtTheUser() {
        assertThat(view(source("SIXPENCE", SourceStatus.CREDENTIALS_FAILED, SourceFailure.CREDENTIALS_REFUSED))
                        .sources())
                .extracting(SourceRow::repair)
                .containsExactly(new PartnerLink("SixpenceX", "https://sixpencex.example/tax"));
    }

    @Test
    void aPopulatedSourceStaysUpToDateWhenARefreshFails() {
        assertThat(view(source("KRAKEN", SourceStatus.POPULATED, SourceFailure.EXCHANGE_UNREACHABLE))
                        .sources())
                .extracting(SourceRow::state)
                .containsExactly(State.UP_TO_DATE);
    }

    private static ReportView view(SourceSummary... sources) {
        return ReportViews.of(
                new UserReport(
                        new UserId("usr_01HZA9F3K2WPS6T4VYXNK8B0Q1"),
                        "jordan@example.com",
                        "Jordan",
                        new Jurisdiction("RSA"),
                        "SixpenceX",
                        new WebAddress("https://sixpencex.example/tax"),
                        null,
                        List.of(sources),
                        0),
                ReportSamples.nothing(),
                List.of(),
                "form-token");
    }

    private static SourceSummary source(String exchange, SourceStatus status, @Nullable SourceFailure failure) {
        return new SourceSummary(
                new SourceId("src_01HZA9F3K2WPS6T4VYXNK8B0Q2"),
                new ExchangeName(exchange),
                status,
                failure,
                0,
                null,
                false);
    }

    private static @Nullable Amount amount(@Nullable String written) {
        if (written == null) {
            return null;
        }
        List<String> parts = List.of(written.split(" ", 2));
        return new Amount(new AssetCode(parts.get(1)), new BigDecimal(parts.get(0)));
    }
}
