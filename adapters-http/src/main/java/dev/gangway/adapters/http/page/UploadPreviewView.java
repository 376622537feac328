package dev.gangway.adapters.http.page;

import dev.gangway.application.upload.UploadPreview;
import dev.gangway.domain.ledger.LedgerEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.SourceId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a file, before anything of it is stored.
 *
 * @param action where "Add" posts to
 * @param formToken the token that the form must send back
 * @param count how many transactions there are
 * @param kinds how many of each kind, in words
 * @param assets the assets in them
 * @param period the first and the last day, null without transactions
 * @param rows the first transactions
 * @param problems the bad lines
 * @param unlisted how many more bad lines there are than {@code problems} holds
 */
public record UploadPreviewView(
        String action,
        String formToken,
        long count,
        List<String> kinds,
        String assets,
        @Nullable String period,
        List<TransactionRow> rows,
        List<BadLine> problems,
        int unlisted) {
    private static final SourceId NOWHERE = new SourceId("src_00000000000000000000000000");

    /** Copies. */
    public UploadPreviewView {
        kinds = List.copyOf(kinds);
        rows = List.copyOf(rows);
        problems = List.copyOf(problems);
    }

    /** A line that is no transaction. */
    public record BadLine(String number, String reason) {}

    /** Puts a preview into words. */
    public static UploadPreviewView of(UploadPreview preview, String formToken) {
        return new UploadPreviewView(
                "/report/uploads/" + preview.upload().value(),
                formToken,
                preview.transactions(),
                Arrays.stream(TransactionKind.values())
                        .filter(kind -> preview.kinds().containsKey(kind))
                        .map(kind -> TransactionRows.kind(kind) + ": "
                                + Figures.count(preview.kinds().getOrDefault(kind, 0)))
                        .toList(),
                String.join(", ", preview.assets()),
                preview.first() == null || preview.last() == null
                        ? null
                        : Moment.of(preview.first()).date() + " – "
                                + Moment.of(preview.last()).date(),
                preview.sample().stream().map(UploadPreviewView::row).toList(),
                preview.problems().stream()
                        .map(problem -> new BadLine(Figures.count(problem.line()), problem.reason()))
                        .collect(Collectors.toList()),
                preview.problemCount() - preview.problems().size());
    }

    private static TransactionRow row(LedgerTransaction transaction) {
        LedgerEntry entry = new LedgerEntry(
                NOWHERE,
                transaction.externalId(),
                transaction.kind(),
                transaction.occurredAt(),
                transaction.received(),
                transaction.sent(),
                transaction.fee());
        return TransactionRows.of(entry, "your file");
    }

    /** How many transactions, in words. */
    public String transactions() {
        return Words.transactions(count);
    }

    /** How many lines are bad. */
    public int bad() {
        return problems.size() + unlisted;
    }

    /** The bad lines in words. */
    public String badLines() {
        return bad() == 1 ? "One line was not understood" : Figures.count(bad()) + " lines were not understood";
    }

    /** What the button does. */
    public String add() {
        if (bad() == 0) {
            return count == 1 ? "Add this transaction" : "Add these " + transactions();
        }
        return count == 1 ? "Add only the one good line" : "Add only the " + Figures.count(count) + " good lines";
    }
}
