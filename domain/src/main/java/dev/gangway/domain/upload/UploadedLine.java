package dev.gangway.domain.upload;

import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import dev.gangway.domain.source.ExchangeName;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One line of a file as one transaction. What tells it from others is decided elsewhere, with the rest of the file in view.
 *
 * @param occurredAt when
 * @param id its id in the file, empty if it has none
 * @param exchange its exchange in the file, upper-case, empty if it has none
 * @param sourceId its source in the file, empty if it has none
 * @param raw the line with every column in its usual order, as CSV (RFC 4180)
 */
public record UploadedLine(
        Instant occurredAt,
        TransactionKind kind,
        @Nullable Amount received,
        @Nullable Amount sent,
        @Nullable Amount fee,
        String id,
        String exchange,
        String sourceId,
        String raw) {
    /** The exchange that holds what users upload. */
    public static final ExchangeName UPLOADS = new ExchangeName("CSV");

    /** The version of this reading. */
    public static final int MAPPER_VERSION = 1;

    /** What a line comes to. */
    public sealed interface Read {
        /** A transaction. */
        record Understood(UploadedLine line) implements Read {}

        /** Nothing stands in it. */
        record Blank() implements Read {}

        /** It is not understood; every reason in plain words, none of which repeats more than a few characters. */
        record Refused(String reason) implements Read {}
    }

    /**
     * Reads a line.
     *
     * @param now no line is later than a day from now
     */
    public static Read of(UploadHeader header, List<String> cells, Instant now) {
        if (cells.stream().allMatch(String::isBlank)) {
            return new Read.Blank();
        }
        if (cells.size() != header.width()) {
            return new Read.Refused("has " + cells.size() + " cells where the header has " + header.width()
                    + "; a cell with a separator in it needs quotes");
        }
        for (String cell : cells) {
            try {
                Text.checked("", cell.strip(), Integer.MAX_VALUE);
            } catch (InvalidValue unreadable) {
                return new Read.Refused("has a cell that " + unreadable.explanation());
            }
        }
        Reader reader = new Reader(header, cells);
        Instant at = reader.attempt(() -> UploadedDate.parse(reader.cell(UploadColumn.DATE), now));
        TransactionKind kind = reader.attempt(() -> kind(reader.cell(UploadColumn.KIND)));
        Amount received = reader.amount(UploadColumn.RECEIVED_QUANTITY, UploadColumn.RECEIVED_ASSET);
        Amount sent = reader.amount(UploadColumn.SENT_QUANTITY, UploadColumn.SENT_ASSET);
        Amount fee = reader.amount(UploadColumn.FEE_QUANTITY, UploadColumn.FEE_ASSET);
        if (kind != null && reader.problems.isEmpty()) {
            reader.require(legs(kind, received, sent, fee));
        }
        if (at == null || kind == null || !reader.problems.isEmpty()) {
            return new Read.Refused(String.join("; ", reader.problems));
        }
        return new Read.Understood(new UploadedLine(
                at,
                kind,
                received,
                sent,
                fee,
                reader.cell(UploadColumn.ID),
                Ascii.upper(reader.cell(UploadColumn.EXCHANGE)),
                reader.cell(UploadColumn.SOURCE_ID),
                reader.raw()));
    }

    private static TransactionKind kind(String name) {
        for (TransactionKind kind : TransactionKind.values()) {
            if (Ascii.equalsIgnoringCase(kind.apiName(), name)) {
                return kind;
            }
        }
        throw new UnreadableCell("kind must be one of "
                + Arrays.stream(TransactionKind.values())
                        .map(TransactionKind::apiName)
                        .collect(Collectors.joining(", ")));
    }

    /** What is missing or too much, null if nothing is. */
    private static @Nullable String legs(
            TransactionKind kind, @Nullable Amount received, @Nullable Amount sent, @Nullable Amount fee) {
        boolean in = received != null;
        boolean out = sent != null;
        return switch (kind) {
            case TRADE -> in && out ? null : "a trade needs what was received and what was sent";
            case DEPOSIT, REWARD ->
                in && !out ? null : "a " + kind.apiName() + " needs what was received, and nothing sent";
            case WITHDRAWAL -> out && !in ? null : "a withdrawal needs what was sent, and nothing received";
            case FEE -> fee != null && !in && !out ? null : "a fee needs a fee, and nothing received or sent";
            case TRANSFER -> in != out ? null : "a transfer needs either what was received or what was sent";
            case UNCLASSIFIED -> null;
        };
    }

    /** The transaction under its external id. */
    public LedgerTransaction as(String externalId) {
        return new LedgerTransaction(externalId, kind, occurredAt, received, sent, fee, raw, MAPPER_VERSION);
    }

    /** Everything that the line says, in one form however it was written: equal for equal transactions only. */
    public String content() {
        return String.join(
                "|", occurredAt.toString(), kind.apiName(), text(received), text(sent), text(fee), exchange, sourceId);
    }

    private static String text(@Nullable Amount amount) {
        return amount == null
                ? ""
                : amount.quantity().toPlainString() + ' ' + amount.asset().value();
    }

    /** Takes a line apart and gathers what is wrong with it. */
    private static final class Reader {
        private final UploadHeader header;
        private final List<String> cells;
        private final List<String> problems = new ArrayList<>();

        Reader(UploadHeader header, List<String> cells) {
            this.header = header;
            this.cells = cells;
        }

        String cell(UploadColumn column) {
            return header.cell(cells, column);
        }

        <T> @Nullable T attempt(Supplier<@Nullable T> value) {
            try {
                return value.get();
            } catch (UnreadableCell unreadable) {
                problems.add(unreadable.reason());
                return null;
            }
        }

        void require(@Nullable String problem) {
            if (problem != null) {
                problems.add(problem);
            }
        }

        @Nullable
        Amount amount(UploadColumn quantity, UploadColumn asset) {
            String number = cell(quantity);
            String code = Ascii.upper(cell(asset));
            if (number.isEmpty() && code.isEmpty()) {
                return null;
            }
            if (number.isEmpty() || code.isEmpty()) {
                String missing = number.isEmpty() ? quantity.header() : asset.header();
                problems.add(missing + " is missing");
                return null;
            }
            return attempt(() -> {
                BigDecimal value = UploadedNumber.parse(quantity.header(), number);
                try {
                    return new Amount(new AssetCode(code), value);
                } catch (InvalidValue invalid) {
                    String at = invalid.field().equals("asset") ? asset.header() : quantity.header();
                    throw new UnreadableCell(at + ' ' + invalid.explanation());
                }
            });
        }

        String raw() {
            return Arrays.stream(UploadColumn.values())
                    .map(this::cell)
                    .map(Reader::quoted)
                    .collect(Collectors.joining(","));
        }

        private static String quoted(String cell) {
            return cell.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')
                    ? '"' + cell.replace("\"", "\"\"") + '"'
                    : cell;
        }
    }
}
