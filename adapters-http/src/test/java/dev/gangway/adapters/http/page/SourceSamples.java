package dev.gangway.adapters.http.page;

import dev.gangway.adapters.http.page.SourceRow.State;
import dev.gangway.adapters.http.page.UploadPreviewView.BadLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Samples of what people do about their sources: keys and files. */
final class SourceSamples {
    private static final SourceRow.Actions ACTIONS =
            new SourceRow.Actions("src_00000000000000000000000001", "form-token");

    private SourceSamples() {}

    static Map<String, Function<Pages, String>> all() {
        Map<String, Function<Pages, String>> all = new LinkedHashMap<>();
        all.put("report-actions", pages -> pages.report(Samples.JORDAN, inEveryState(), Samples.sharing("SixpenceX")));
        all.put("key", pages -> pages.replaceKey(Samples.JORDAN, key("SIXPENCE", null, Map.of())));
        all.put(
                "key-refused",
                pages -> pages.replaceKey(Samples.JORDAN, key("KRAKEN", State.KEY_TOO_STRONG, Map.of())));
        all.put(
                "key-wrong",
                pages -> pages.replaceKey(
                        Samples.JORDAN,
                        key(
                                "OKX",
                                State.KEY_REFUSED,
                                Map.of(
                                        "api_key", "must have at least 10 characters",
                                        "api_secret", "must not contain control characters",
                                        "api_passphrase", "is required"))));
        all.put(
                "key-extreme",
                pages -> pages.replaceKey(
                        Samples.JORDAN, key("E".repeat(32), State.KEY_LOST, Map.of("api_key", "x".repeat(300)))));
        all.put("upload", pages -> pages.upload(Samples.JORDAN, new UploadView("form-token", null)));
        all.put(
                "upload-refused",
                pages -> pages.upload(
                        Samples.JORDAN, new UploadView("form-token", "There is no column “" + "W".repeat(200) + "”.")));
        all.put("upload-preview", pages -> pages.uploadPreview(Samples.JORDAN, preview(List.of(), 0)));
        all.put("upload-preview-bad", pages -> pages.uploadPreview(Samples.JORDAN, preview(badLines(60), 12_345)));
        all.put("upload-preview-none", pages -> pages.uploadPreview(Samples.JORDAN, nothing()));
        all.put("upload-preview-extreme", pages -> pages.uploadPreview(Samples.JORDAN, extreme()));
        return all;
    }

    /** One source in each state, with its buttons. */
    private static ReportView inEveryState() {
        List<SourceRow> rows = new ArrayList<>();
        for (State state : State.values()) {
            int number = rows.size();
            rows.add(new SourceRow(
                    "SixpenceX",
                    number % 2 == 0 ? "SX-204817" : null,
                    state,
                    number * 150L,
                    number == 0 ? null : Moment.of(Instant.parse("2026-11-21T14:05:09Z")),
                    number % 2 == 0 ? Samples.SIXPENCE : null,
                    ACTIONS));
        }
        return Samples.report(12_345, Samples.transactions(), rows.toArray(SourceRow[]::new));
    }

    @SuppressWarnings("NullAway") // it does not see in class files that a nested type may be null
    private static KeyView key(String exchange, @Nullable State state, Map<String, String> errors) {
        KeyGuide guide = KeyGuide.of(exchange);
        return new KeyView(
                "/sources/" + ACTIONS.sourceId() + "/key",
                "form-token",
                guide.exchange(),
                guide,
                state,
                errors.containsKey("api_passphrase"),
                errors);
    }

    private static List<BadLine> badLines(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new BadLine(
                        Figures.count(2 + i * 37L),
                        i % 2 == 0
                                ? "received_quantity “1,5” is not a number with a point"
                                : "kind “buy” is not known"))
                .toList();
    }

    private static UploadPreviewView preview(List<BadLine> bad, int unlisted) {
        List<TransactionRow> rows = Samples.transactions();
        return new UploadPreviewView(
                "/report/uploads/upl_1",
                "form-token",
                bad.isEmpty() ? rows.size() : 187_654,
                List.of("Trade: 3", "Deposit: 1", "Withdrawal: 1", "Reward: 1"),
                "BTC, ETH, SOL, USDC, ZAR",
                "18 Oct 2026 – 20 Nov 2026",
                rows,
                bad,
                unlisted);
    }

    private static UploadPreviewView nothing() {
        return new UploadPreviewView(
                "/report/uploads/upl_1", "form-token", 0, List.of(), "", null, List.of(), badLines(3), 0);
    }

    /** As long as every limit lets a text be, with nowhere to break it. */
    private static UploadPreviewView extreme() {
        String unit = ReportSamples.LONG_CODE;
        return new UploadPreviewView(
                "/report/uploads/upl_1",
                "form-token",
                Long.MAX_VALUE,
                List.of("Trade: " + Figures.count(Long.MAX_VALUE)),
                String.join(", ", Collections.nCopies(200, unit)),
                "1 Jan 1970 – 20 Nov 2026",
                Samples.extreme().transactions(),
                List.of(new BadLine("200\u202F000", "x".repeat(1_000))),
                0);
    }
}
