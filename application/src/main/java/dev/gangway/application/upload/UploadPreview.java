package dev.gangway.application.upload;

import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.upload.UploadId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a file.
 *
 * @param upload what to confirm
 * @param transactions how many lines are transactions
 * @param kinds how many of each kind
 * @param assets every asset in them, at most {@value #MOST_ASSETS}
 * @param first when the earliest happened, null if there is none
 * @param last when the latest happened, null if there is none
 * @param sample the first {@value #SAMPLE} of them
 * @param problems the lines that are no transactions, at most {@value #MOST_PROBLEMS}, in the file's order
 * @param problemCount how many such lines there are in all
 */
public record UploadPreview(
        UploadId upload,
        int transactions,
        Map<TransactionKind, Integer> kinds,
        List<String> assets,
        @Nullable Instant first,
        @Nullable Instant last,
        List<LedgerTransaction> sample,
        List<Problem> problems,
        int problemCount) {
    /** How many transactions are shown. */
    public static final int SAMPLE = 20;

    /** How many bad lines are listed. */
    public static final int MOST_PROBLEMS = 1_000;

    /** How many assets are listed. */
    public static final int MOST_ASSETS = 200;

    /** Copies. */
    public UploadPreview {
        kinds = Map.copyOf(kinds);
        assets = List.copyOf(assets);
        sample = List.copyOf(sample);
        problems = List.copyOf(problems);
    }

    /** A line that is no transaction, and why. */
    public record Problem(long line, String reason) {}

    /** Sums up a file line by line. */
    static final class Summary {
        private final Map<TransactionKind, Integer> kinds = new EnumMap<>(TransactionKind.class);
        private final SortedSet<String> assets = new TreeSet<>();
        private final List<LedgerTransaction> sample = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private int transactions;
        private int problemCount;
        private @Nullable Instant first;
        private @Nullable Instant last;

        void refused(long line, String reason) {
            problemCount++;
            if (problems.size() < MOST_PROBLEMS) {
                problems.add(new Problem(line, reason));
            }
        }

        void understood(LedgerTransaction transaction) {
            transactions++;
            kinds.merge(transaction.kind(), 1, Integer::sum);
            Instant at = transaction.occurredAt();
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
            if (sample.size() < SAMPLE) {
                sample.add(transaction);
            }
            asset(transaction.received());
            asset(transaction.sent());
            asset(transaction.fee());
        }

        private void asset(dev.gangway.domain.ledger.@Nullable Amount amount) {
            if (amount != null && assets.size() < MOST_ASSETS) {
                assets.add(amount.asset().value());
            }
        }

        int transactions() {
            return transactions;
        }

        UploadPreview of(UploadId upload) {
            return new UploadPreview(
                    upload, transactions, kinds, List.copyOf(assets), first, last, sample, problems, problemCount);
        }
    }
}
