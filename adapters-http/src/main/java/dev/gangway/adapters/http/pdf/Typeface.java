package dev.gangway.adapters.http.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** The one font of a document, embedded as far as it is used. */
final class Typeface {
    private static final String LIBERATION_SANS = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
    private static final float UNITS = 1000;

    private final PDFont font;
    /** What is drawn for a code point, and its width in thousandths of the size. */
    private final Map<Integer, Glyph> glyphs = new HashMap<>();

    private record Glyph(String text, float width) {}

    private Typeface(PDFont font) {
        this.font = font;
    }

    static Typeface embeddedIn(PDDocument document) throws IOException {
        try (InputStream file = PDDocument.class.getResourceAsStream(LIBERATION_SANS)) {
            if (file == null) {
                throw new IllegalStateException(LIBERATION_SANS + " is not on the classpath");
            }
            return new Typeface(PDType0Font.load(document, file, true));
        }
    }

    PDFont font() {
        return font;
    }

    /** The text as it can be drawn. */
    String drawable(String text) {
        StringBuilder drawable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> drawable.append(glyph(point).text()));
        return drawable.toString();
    }

    /** The text, which must be drawable, in lines no wider than that. Words are kept whole where they fit. */
    List<String> lines(String text, float size, float width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        float used = 0;
        int lastBlank = -1;
        for (int point : text.codePoints().toArray()) {
            float advance = glyph(point).width() * size / UNITS;
            if (used + advance > width && !line.isEmpty()) {
                String rest = lastBlank < 0 ? "" : line.substring(lastBlank + 1);
                lines.add(lastBlank < 0 ? line.toString() : line.substring(0, lastBlank));
                line = new StringBuilder(rest);
                used = width(rest, size);
                lastBlank = -1;
            }
            if (point == ' ') {
                lastBlank = line.length();
            }
            line.appendCodePoint(point);
            used += advance;
        }
        lines.add(line.toString());
        return lines;
    }

    float width(String text, float size) {
        double width =
                text.codePoints().mapToDouble(point -> glyph(point).width()).sum();
        return (float) (width * size / UNITS);
    }

    private Glyph glyph(int point) {
        Glyph known = glyphs.get(point);
        if (known == null) {
            known = find(point);
            glyphs.put(point, known);
        }
        return known;
    }

    private Glyph find(int point) {
        if (Character.getType(point) == Character.FORMAT) {
            // turns the direction of what follows, and would of everything after it
            return new Glyph("", 0);
        }
        // the font has no narrow space
        String wanted = point == '\u202F' ? "\u00A0" : Character.toString(point);
        try {
            return new Glyph(wanted, font.getStringWidth(wanted));
        } catch (IllegalArgumentException missing) {
            return point == '?' ? new Glyph("", 0) : glyph('?');
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
