package dev.gangway.adapters.http.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Writes from top to bottom, page after page of A4. */
final class Sheet implements AutoCloseable {
    static final float TEXT = 9;
    static final float WIDTH = PDRectangle.A4.getWidth() - 2 * Sheet.MARGIN;

    private static final float MARGIN = 48;
    private static final float FOOT = 64;
    private static final float LEADING = 1.35f;
    private static final float GAP = 12;
    private static final float CELL_GAP = 8;

    private final PDDocument document;
    private final Typeface typeface;
    private @Nullable PDPageContentStream page;
    private float y;

    Sheet(PDDocument document) throws IOException {
        this.document = document;
        this.typeface = Typeface.embeddedIn(document);
    }

    /** A cell of a table. */
    record Cell(String text, float width, boolean right) {
        static Cell left(@Nullable String text, float width) {
            return new Cell(text == null ? "" : text, width, false);
        }

        static Cell right(@Nullable String text, float width) {
            return new Cell(text == null ? "–" : text, width, true);
        }
    }

    /** A paragraph, or a heading where it is larger. */
    void text(String text, float size) throws IOException {
        for (String line : typeface.lines(typeface.drawable(text), size, WIDTH)) {
            line(line, size, MARGIN, room(size));
        }
    }

    /** Some room. */
    void gap() {
        y -= GAP;
    }

    /** A line across. */
    void rule() throws IOException {
        PDPageContentStream out = room(TEXT / 2);
        out.setLineWidth(0.5f);
        out.moveTo(MARGIN, y);
        out.lineTo(MARGIN + WIDTH, y);
        out.stroke();
    }

    /** A row of cells, each as high as it needs to be; it stays on one page. */
    void row(Cell... cells) throws IOException {
        List<List<String>> columns = new ArrayList<>();
        int lines = 1;
        for (Cell cell : cells) {
            List<String> wrapped = typeface.lines(typeface.drawable(cell.text()), TEXT, cell.width() - CELL_GAP);
            columns.add(wrapped);
            lines = Math.max(lines, wrapped.size());
        }
        PDPageContentStream out = room(lines * TEXT);
        float top = y + (lines - 1) * TEXT * LEADING;
        float x = MARGIN;
        for (int i = 0; i < cells.length; i++) {
            float down = top;
            for (String line : columns.get(i)) {
                float indent = cells[i].right() ? cells[i].width() - CELL_GAP - typeface.width(line, TEXT) : 0;
                at(line, TEXT, x + indent, down, out);
                down -= TEXT * LEADING;
            }
            x += cells[i].width();
        }
    }

    /** Moves down by so much, on a new page if there is no room left on this one. */
    private PDPageContentStream room(float height) throws IOException {
        PDPageContentStream out = page;
        if (out == null || y - height * LEADING < FOOT) {
            if (out != null) {
                out.close();
            }
            PDPage fresh = new PDPage(PDRectangle.A4);
            document.addPage(fresh);
            out = new PDPageContentStream(document, fresh);
            page = out;
            y = PDRectangle.A4.getHeight() - MARGIN;
        }
        y -= height * LEADING;
        return out;
    }

    private void line(String text, float size, float x, PDPageContentStream out) throws IOException {
        at(text, size, x, y, out);
    }

    private void at(String text, float size, float x, float height, PDPageContentStream out) throws IOException {
        out.beginText();
        out.setFont(typeface.font(), size);
        out.newLineAtOffset(x, height);
        out.showText(text);
        out.endText();
    }

    /** Ends the last page, and numbers all of them. */
    @Override
    public void close() throws IOException {
        if (page != null) {
            page.close();
        }
        int count = document.getNumberOfPages();
        for (int i = 0; i < count; i++) {
            try (PDPageContentStream foot =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                at("Page " + (i + 1) + " of " + count, TEXT, MARGIN, FOOT / 2, foot);
            }
        }
    }
}
