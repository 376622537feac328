package dev.gangway.domain.upload;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.upload.UploadedLine.Read;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UploadedLineTest {
    private static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
    private static final UploadHeader ALL =
            header("date,kind,received_quantity,received_asset,sent_quantity,sent_asset,"
                    + "fee_quantity,fee_asset,id,exchange,source_id");

    private static UploadHeader header(String line) {
        return switch (UploadHeader.of(List.of(line.split(",", -1)))) {
            case UploadHeader.Read.Known known -> known.header();
            case UploadHeader.Read.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static Read read(String line) {
        return UploadedLine.of(ALL, List.of(line.split(",", -1)), NOW);
    }

    private static UploadedLine understood(String line) {
        return switch (read(line)) {
            case Read.Understood understood -> understood.line();
            case Read.Blank blank -> throw new AssertionError("blank");
            case Read.Refused refused -> throw new AssertionError(refused.reason());
        };
    }

    private static String refused(String line) {
        return switch (read(line)) {
            case Read.Refused refused -> refused.reason();
            case Read.Understood understood -> "understood";
            case Read.Blank blank -> "blank";
        };
    }

    @Test
    void aTradeHasBothLegsAndAFeeAtFullPrecision() {
        UploadedLine line =
                understood("2024-03-31T14:05:00Z,trade,0.123456789012345678,btc,1000,zar,1.5,ZAR,T1,kraken,");
        LedgerTransaction transaction = line.as("KRAKEN/T1");
        assertThat(transaction.kind()).isEqualTo(TransactionKind.TRADE);
        assertThat(transaction.occurredAt()).isEqualTo(Instant.parse("2024-03-31T14:05:00Z"));
        assertThat(String.valueOf(transaction.received())).contains("BTC", "0.123456789012345678");
        assertThat(line.exchange()).isEqualTo("KRAKEN");
        assertThat(line.id()).isEqualTo("T1");
        assertThat(transaction.raw())
                .isEqualTo("2024-03-31T14:05:00Z,trade,0.123456789012345678,btc,1000,zar,1.5,ZAR,T1,kraken,");
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-31, 2024-03-31T00:00:00Z",
        "2024-03-31 14:05, 2024-03-31T14:05:00Z",
        "2024-03-31 14:05:09, 2024-03-31T14:05:09Z",
        "2024-03-31T14:05:09, 2024-03-31T14:05:09Z",
        "2024-03-31T14:05:09Z, 2024-03-31T14:05:09Z",
        "2024-03-31T14:05:09.123456Z, 2024-03-31T14:05:09.123456Z",
        "2024-03-31T14:05:09.123456789Z, 2024-03-31T14:05:09.123456Z",
        "2024-03-31T14:05:09+02:00, 2024-03-31T12:05:09Z",
        "2024-03-31 14:05:09 -05:30, 2024-03-31T19:35:09Z",
        "2024-02-29, 2024-02-29T00:00:00Z",
    })
    void datesThatCanBeReadInOneWayAreRead(String date, Instant at) {
        assertThat(understood(date + ",deposit,1,BTC,,,,,,,").occurredAt()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "31/12/2024",
                "12/31/2024",
                "2024/12/31",
                "31.12.2024",
                "2024-13-01",
                "2023-02-29",
                "2024-1-1",
                "45382",
                "2024-03-31T25:00:00Z",
                "2024-03-31 14",
                "Mar 31 2024",
                "2024-03-31T14:05:00+2",
                "yesterday",
                "20240331",
                "2024-03-31T14:05:00 UTC",
                "2024-03-31T14:05:60Z",
                "٢٠٢٤-٠٣-٣١"
            })
    void otherDatesAreRefused(String date) {
        assertThat(refused(date + ",deposit,1,BTC,,,,,,,")).startsWith("date must be like");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1969-12-31", "2026-03-03", "9999-12-31"})
    void aDateLiesBetween1970AndNow(String date) {
        assertThat(refused(date + ",deposit,1,BTC,,,,,,,")).isEqualTo("date is not between 1970 and now");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "-1=must not be negative",
                "1e-7=short form",
                "1E+05=short form",
                "1 000=must be a number",
                "1.000.000=must be a number",
                ".5=must be a number",
                "5.=must be a number",
                "+5=must be a number",
                "$5=must be a number",
                "NaN=must be a number",
                "٣=must be a number",
                "0x10=must be a number",
                "12345678901234567890123456789012345678901=must be a decimal of at most 40 digits",
                "0.1234567890123456789012345678901234567=must be a decimal of at most 40 digits",
            })
    void aQuantityIsDigitsWithAPointAtMost(String number, String reason) {
        assertThat(refused("2024-03-31,deposit," + number + ",BTC,,,,,,,"))
                .startsWith("received_quantity")
                .contains(reason);
    }

    @Test
    void aDecimalCommaIsToldAsSuch() {
        List<String> cells = List.of("2024-03-31", "deposit", "0,5", "BTC", "", "", "", "", "", "", "");
        assertThat(UploadedLine.of(ALL, cells, NOW))
                .isEqualTo(new Read.Refused(
                        "received_quantity has a comma: write 1234.56, with a decimal point and nothing"
                                + " between thousands"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "2024-03-31,trade,1,BTC,,,,,,,=a trade needs what was received and what was sent",
                "2024-03-31,deposit,1,BTC,1,ZAR,,,,,=a deposit needs what was received, and nothing sent",
                "2024-03-31,reward,,,1,ZAR,,,,,=a reward needs what was received, and nothing sent",
                "2024-03-31,withdrawal,1,BTC,,,,,,,=a withdrawal needs what was sent, and nothing received",
                "2024-03-31,fee,,,,,,,,,=a fee needs a fee, and nothing received or sent",
                "2024-03-31,transfer,1,BTC,1,BTC,,,,,=a transfer needs either what was received or what was sent",
                "2024-03-31,buy,1,BTC,,,,,,,=kind must be one of trade, deposit, withdrawal, fee, reward, transfer,"
                        + " unclassified",
                "2024-03-31,deposit,1,,,,,,,,=received_asset is missing",
                "2024-03-31,deposit,,BTC,,,,,,,=received_quantity is missing",
                "2024-03-31,deposit,1,BTC,,,1,,,,=fee_asset is missing",
                "2024-03-31,deposit,1,B TC,,,,,,,=received_asset must not contain blanks",
                "2024-03-31,deposit,1,BTC=has 4 cells where the header has 11; a cell with a separator in it needs quotes",
            })
    void whatIsMissingOrTooMuchIsTold(String line, String reason) {
        assertThat(refused(line)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\tb", "a\nb", "a\ud800b"})
    void whatNoDatabaseKeepsIsRefused(String id) {
        assertThat(refused("2024-03-31,deposit,1,BTC,,,,," + id + ",,")).startsWith("has a cell that must not contain");
    }

    @Test
    void everyReasonOfALineIsTold() {
        assertThat(refused("soon,buy,x,BTC,,,,,,,"))
                .contains("date must be like", "kind must be one of", "received_quantity must be a number");
    }

    @Test
    void aBlankLineIsNoLine() {
        assertThat(read(",,, ,,,,,,,")).isEqualTo(new Read.Blank());
        assertThat(UploadedLine.of(ALL, List.of(""), NOW)).isEqualTo(new Read.Blank());
    }

    @Test
    void equalTransactionsHaveEqualContentHoweverTheyAreWritten() {
        String content = understood("2024-03-31,deposit,1.50,btc,,,,,,kraken,").content();
        assertThat(understood(" 2024-03-31T02:00:00+02:00 , DEPOSIT ,1.5,BTC,,,,,other-id,KRAKEN,")
                        .content())
                .isEqualTo(content);
        assertThat(understood("2024-03-31,deposit,1.51,BTC,,,,,,KRAKEN,").content())
                .isNotEqualTo(content);
    }

    @Test
    void columnsMayStandInAnyOrderAndBeLeftOut() {
        UploadHeader few = header("Received_Asset,KIND, date ,received_quantity");
        assertThat(UploadedLine.of(few, List.of("BTC", "reward", "2024-01-02", "3"), NOW))
                .isInstanceOf(Read.Understood.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            value = {
                "date,kind,price=\"price\"",
                "date,kind,=an empty one",
                "date,received_quantity=The columns date, kind must both be there.",
                "date,kind,date=The column date is there twice.",
                "2024-03-31,trade,1=The first line must name the columns",
                "date;kind=The first line must name the columns",
            })
    void aHeaderThatIsNotUnderstoodSaysWhy(String line, String reason) {
        assertThat(UploadHeader.of(List.of(line.split(",", -1))))
                .isInstanceOfSatisfying(
                        UploadHeader.Read.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
    }

    @Test
    void aCellWithQuotesIsQuotedInWhatIsKept() {
        List<String> cells = List.of("2024-03-31", "deposit", "1", "BTC", "", "", "", "", "a,\"b\"", "", "");
        assertThat(UploadedLine.of(ALL, cells, NOW))
                .isInstanceOfSatisfying(
                        Read.Understood.class,
                        understood -> assertThat(understood.line().raw())
                                .isEqualTo("2024-03-31,deposit,1,BTC,,,,,\"a,\"\"b\"\"\",,"));
    }
}
