package dev.gangway.adapters.http.page;

import dev.gangway.application.report.UserReport.SourceSummary;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadedLine;
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
            String exchange = name(source.exchange());
            int number = seen.merge(exchange, 1, Integer::sum);
            labels.put(source.id(), number == 1 ? exchange : exchange + " (" + number + ")");
        }
        return new Exchanges(labels);
    }

    /** What people call an exchange; their own files are no exchange. */
    static String name(ExchangeName exchange) {
        return exchange.equals(UploadedLine.UPLOADS) ? "Uploaded file" : exchange.value();
    }

    String label(SourceId source) {
        return labels.getOrDefault(source, "");
    }
}
