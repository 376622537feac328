package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.page.SourceRow.State;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportViewTest {

    @Test
    void theSummarySaysInOneBreathHowThingsStand() {
        assertThat(report(0).summary()).isEqualTo("No source is connected yet.");
        assertThat(report(0, State.IMPORTING).summary()).startsWith("Your history is on its way. You can wait");
        assertThat(report(150, State.IMPORTING).summary()).startsWith("150 transactions so far. You can wait");
        assertThat(report(150, State.IMPORTING, State.KEY_REFUSED).summary())
                .isEqualTo("150 transactions so far. One source needs a moment of your attention.");
        assertThat(report(312, State.UP_TO_DATE).summary())
                .isEqualTo("Everything is here: 312 transactions from 1 source.");
        assertThat(report(0, State.UNREACHABLE).summary()).isEqualTo("One source needs a moment of your attention.");
        assertThat(report(9, State.UP_TO_DATE, State.KEY_WITHDRAWN, State.KEY_LOST)
                        .summary())
                .isEqualTo("9 transactions from 3 sources. 2 sources need a moment of your attention.");
    }

    @Test
    void isLiveAsLongAsOneSourceIsImporting() {
        assertThat(report(1, State.UP_TO_DATE, State.IMPORTING).live()).isEqualTo("importing");
        assertThat(report(1, State.UP_TO_DATE, State.KEY_REFUSED).live()).isEqualTo("done");
        assertThat(report(0).live()).isEqualTo("done");
    }

    private static ReportView report(long count, State... states) {
        List<SourceRow> sources = Arrays.stream(states)
                .map(state -> new SourceRow("SixpenceX", null, state, count, null, null))
                .toList();
        return new ReportView(null, null, null, sources, List.of(), ReportSamples.nothing(), List.of(), count);
    }
}
