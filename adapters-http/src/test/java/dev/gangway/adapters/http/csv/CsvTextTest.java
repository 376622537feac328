package dev.gangway.adapters.http.csv;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No spreadsheet takes a text for a formula, and what was written comes back as it was. */
final class CsvTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+27", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n", "'=1", "''@x"})
    void aTextThatWouldBeAFormulaGetsAnApostrophe(String text) {
        assertThat(CsvText.written(text)).isEqualTo("'" + text);
        assertThat(CsvText.read(CsvText.written(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "BTC", "'", "'BTC", "''", "1=1", "a-b", "ß", "„=“"})
    void anyOtherStaysAsItIs(String text) {
        assertThat(CsvText.written(text)).isEqualTo(text);
        assertThat(CsvText.read(text)).isEqualTo(text);
    }
}
