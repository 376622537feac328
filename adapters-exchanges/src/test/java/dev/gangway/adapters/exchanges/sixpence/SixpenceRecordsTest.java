package dev.gangway.adapters.exchanges.sixpence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SixpenceRecordsTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void keepsEveryDigit() {
        LedgerTransaction read = deposit("\"1234567890123456789012.123456789012345678901234567890123456\"");

        assertThat(read.received())
                .isEqualTo(new Amount(
                        new AssetCode("ZAR"),
                        new BigDecimal("1234567890123456789012.123456789012345678901234567890123456")));
    }

    @Test
    void takesNumbersForAmountsToo() {
        LedgerTransaction read = deposit("0.30000000000000000004");

        assertThat(read.kind()).isEqualTo(TransactionKind.DEPOSIT);
        assertThat(read.received())
                .isEqualTo(new Amount(new AssetCode("ZAR"), new BigDecimal("0.30000000000000000004")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"1e400\"",
                "\"1e-400\"",
                "\"1e999999999\"",
                "\"1e-999999999\"",
                "\"1e99999999999999\"",
                "1e400",
                "1e999999999",
                "\"-1\"",
                "\"NaN\"",
                "\"Infinity\"",
                "\"0x10\"",
                "\"１２\"",
                "\"1,5\"",
                "\" 1\"",
                "\"\"",
                "null",
                "true",
                "{}",
                "[1]"
            })
    void keepsAmountsThatAreNoneUnclassified(String amount) {
        LedgerTransaction read = deposit(amount);

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.received()).isNull();
        assertThat(read.occurredAt()).isEqualTo(Instant.parse("2024-03-01T09:15:27.123Z"));
        assertThat(read.raw()).contains("SIX-TX-1").hasSizeLessThan(200);
    }

    @Test
    void keepsTheBeginningOfARecordThatIsTooLongToBeStored() {
        LedgerTransaction longest =
                noted("x".repeat(LedgerTransaction.MAX_RAW - noted("").raw().length()));
        assertThat(longest.kind()).isEqualTo(TransactionKind.DEPOSIT);
        assertThat(longest.raw()).hasSize(LedgerTransaction.MAX_RAW);

        LedgerTransaction tooLong = noted("x".repeat(LedgerTransaction.MAX_RAW));
        assertThat(tooLong.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(tooLong.externalId()).isEqualTo("SIX-TX-1");
        assertThat(tooLong.occurredAt()).isEqualTo(Instant.parse("2024-03-01T09:15:27.123Z"));
        assertThat(tooLong.raw())
                .startsWith("{\"truncated_from\":1000")
                .contains("SIX-TX-1")
                .hasSizeLessThan(20_000);
    }

    @Test
    void aLongNumberIsNotEvenParsed() {
        assertThat(deposit("\"" + "9".repeat(100_000) + "\"").kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'SIX-TX-1','type':'staking','time':'2024-03-01T09:15:27.123Z'}",
                "{'id':'SIX-TX-1','type':7,'time':'2024-03-01T09:15:27.123Z'}",
                "{'id':'SIX-TX-1','time':'2024-03-01T09:15:27.123Z'}",
                "{'id':'SIX-TX-1','type':'deposit','time':'2024-03-01T09:15:27.123Z','amount':'1'}",
                "{'id':'SIX-TX-1','type':'deposit','time':'2024-03-01T09:15:27.123Z','asset':'Z A','amount':'1'}",
                "{'id':'SIX-TX-1','type':'deposit','time':'2024-03-01T09:15:27.123Z','asset':'ZAR','amount':'1',"
                        + "'fee_amount':'1'}",
                "{'id':'SIX-TX-1','type':'fee','time':'2024-03-01T09:15:27.123Z','asset':'ZAR','amount':'1',"
                        + "'fee_asset':'ZAR','fee_amount':'1'}",
                "{'id':'SIX-TX-1','type':'trade','time':'2024-03-01T09:15:27.123Z','side':'swap','base_asset':'BTC',"
                        + "'base_amount':'1','quote_asset':'ZAR','quote_amount':'1'}"
            })
    void keepsWhatItDoesNotUnderstandWithItsText(String record) {
        LedgerTransaction read = read(record.replace('\'', '"'));

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.externalId()).isEqualTo("SIX-TX-1");
        assertThat(read.raw()).isEqualTo(record.replace('\'', '"'));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-03-01", "", "+1000000-01-01T00:00:00Z", "1000-01-01T00:00:00Z"})
    void anUndatedRecordIsKeptToo(String time) {
        LedgerTransaction read = read("{\"id\":\"SIX-TX-1\",\"type\":\"deposit\",\"time\":\"" + time
                + "\",\"asset\":\"ZAR\",\"amount\":\"1\"}");

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.occurredAt()).isEqualTo(Instant.EPOCH);
    }

    @Test
    void timesAreKeptToTheMicrosecond() {
        assertThat(read("{\"id\":\"1\",\"type\":\"deposit\",\"time\":\"2024-03-01T11:15:27.123456789+02:00\","
                                + "\"asset\":\"ZAR\",\"amount\":\"1\"}")
                        .occurredAt())
                .isEqualTo(Instant.parse("2024-03-01T09:15:27.123456Z"));
    }

    @Test
    void itsTextIsAsciiWhateverItHolds() {
        assertThat(read("{\"id\":\"SIX-TX-1\",\"memo\":\"\\u0000 \\ud800 é\"}").raw())
                .isEqualTo("{\"id\":\"SIX-TX-1\",\"memo\":\"\\u0000 \\uD800 \\u00E9\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"id\":1}", "{\"id\":\" \"}", "{\"id\":\"a\\u0000\"}", "[]", "7", "null"})
    void aRecordWithoutAnIdIsNamedByItsContent(String record) {
        LedgerTransaction read = read(record);

        assertThat(read.kind()).isEqualTo(TransactionKind.UNCLASSIFIED);
        assertThat(read.externalId()).startsWith("unnamed-").hasSize(44);
        assertThat(read(record)).isEqualTo(read);
        assertThat(read("{\"another\":1}").externalId()).isNotEqualTo(read.externalId());
    }

    private static LedgerTransaction noted(String note) {
        return deposit("\"1\",\"note\":\"" + note + "\"");
    }

    private static LedgerTransaction deposit(String amount) {
        return read("{\"id\":\"SIX-TX-1\",\"type\":\"deposit\",\"time\":\"2024-03-01T09:15:27.123Z\",\"asset\":\"ZAR\","
                + "\"amount\":" + amount + "}");
    }

    private static LedgerTransaction read(String json) {
        try {
            JsonNode item = JSON.readTree(json);
            return SixpenceRecords.MAPPING.read(item);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
