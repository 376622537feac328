package dev.gangway.adapters.http.page;

import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.domain.source.SourceId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people call sources: by their exchange, and counted where there are several of one. */
record Exchanges(Map<SourceId, String> labels) {
    static Exchanges of(List<SourceSummary> sources) {
        Map<SourceId, String> labels = new LinkedHashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (SourceSummary source : sources) {
            String exchange = source.exchange().value();
            int number = seen.merge(exchange, 1, Integer::sum);
            labels.put(source.id(), number == 1 ? exchange : exchange + " (" + number + ")");
        }
        return new Exchanges(labels);
    }

    String label(SourceId source) {
        return labels.getOrDefault(source, "");
    }
}
