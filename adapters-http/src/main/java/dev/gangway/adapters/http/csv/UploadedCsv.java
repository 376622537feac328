package dev.gangway.adapters.http.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.gangway.application.upload.UploadedCells;
import dev.gangway.domain.upload.UploadHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Takes an uploaded file apart while it comes in: CSV in UTF-8 with or without a byte order mark, its cells separated by
 * commas, semicolons or tabs, whichever its first line has.
 */
public final class UploadedCsv implements Iterator<UploadedCells> {
    private static final char[] SEPARATORS = {',', ';', '\t'};
    private static final int LONGEST_HEADER = 8 * 1024;
    private static final int MOST_CELLS = 64;
    private static final int LONGEST_CELL = 8 * 1024;

    private static final String BROKEN =
            "cannot be taken apart (a quote that is not closed, or far too much text), and nothing below it was read";

    private final Iterator<CsvRecord> records;
    private long line;
    private boolean broken;
    private boolean over;

    private UploadedCsv(Iterator<CsvRecord> records) {
        this.records = records;
    }

    /**
     * The lines of a file.
     *
     * @throws IOException what reading it throws; later it comes as an {@link java.io.UncheckedIOException}
     */
    public static UploadedCsv of(InputStream file) throws IOException {
        BufferedReader text = new BufferedReader(
                new InputStreamReader(
                        file,
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                LONGEST_HEADER);
        text.mark(1);
        if (text.read() != '\uFEFF') {
            text.reset();
        }
        char separator = separator(text);
        CsvRecordHandler handler = CsvRecordHandler.builder()
                .maxFields(MOST_CELLS)
                .maxFieldSize(LONGEST_CELL)
                .maxRecordSize(LONGEST_CELL * 4)
                .build();
        return new UploadedCsv(CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .allowExtraCharsAfterClosingQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, text)
                .iterator());
    }

    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        StringBuilder first = new StringBuilder();
        for (int c = text.read(); c >= 0 && c != '\n' && first.length() < LONGEST_HEADER - 1; c = text.read()) {
            first.append((char) c);
        }
        text.reset();
        char best = ',';
        int most = 0;
        for (char separator : SEPARATORS) {
            int known = 0;
            for (String cell : first.toString().split(String.valueOf(separator), -1)) {
                known += UploadHeader.names(List.of(cell.strip().replace("\"", ""))) ? 1 : 0;
            }
            if (known > most) {
                most = known;
                best = separator;
            }
        }
        return best;
    }

    @Override
    public boolean hasNext() {
        if (over || broken) {
            return broken;
        }
        try {
            return records.hasNext();
        } catch (CsvParseException unreadable) {
            // told as the next line
            broken = true;
            return true;
        }
    }

    @Override
    public UploadedCells next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        if (!broken) {
            try {
                CsvRecord taken = records.next();
                line = taken.getStartingLineNumber();
                return new UploadedCells(
                        line, taken.getFields().stream().map(CsvText::read).toList(), null);
            } catch (CsvParseException unreadable) {
                broken = true;
            }
        }
        broken = false;
        over = true;
        return new UploadedCells(line + 1, List.of(), BROKEN);
    }
}
