package dev.gangway.adapters.http.pdf;

import dev.gangway.adapters.http.page.GainsView;
import dev.gangway.adapters.http.page.HoldingsView;
import dev.gangway.adapters.http.page.SourceRow;
import java.util.List;

/**
 * What is printed, already in words.
 *
 * @param operator the name of the company that runs this Gangway
 * @param email whose report it is
 * @param summary how much history it is made from and how far that reaches, in sentences
 * @param method how it was told which units were given away, in words
 * @param sources where the history comes from
 * @param holdings what is held
 * @param gains what was gained by tax year
 */
public record PrintedReport(
        String operator,
        String email,
        String summary,
        String method,
        List<SourceRow> sources,
        HoldingsView holdings,
        GainsView gains) {
    /** Copies. */
    public PrintedReport {
        sources = List.copyOf(sources);
    }
}
