package dev.gangway.domain.upload;

import dev.gangway.domain.shared.Ascii;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where a file has which column. Order and case are free; what nobody here knows is refused rather than left out. */
public final class UploadHeader {
    private static final List<UploadColumn> REQUIRED = List.of(UploadColumn.DATE, UploadColumn.KIND);

    private final Map<UploadColumn, Integer> places;
    private final int width;

    private UploadHeader(Map<UploadColumn, Integer> places, int width) {
        this.places = new EnumMap<>(places);
        this.width = width;
    }

    /** What a header line comes to. */
    public sealed interface Read {
        /** The columns are known. */
        record Known(UploadHeader header) implements Read {}

        /** No line of the file can be understood; one plain sentence says why. */
        record Refused(String reason) implements Read {}
    }

    /** Reads the first line. */
    public static Read of(List<String> cells) {
        Map<UploadColumn, Integer> places = new EnumMap<>(UploadColumn.class);
        List<String> unknown = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            UploadColumn column = column(name);
            if (column == null) {
                unknown.add(name.isEmpty() ? "an empty one" : '"' + shortened(name) + '"');
            } else if (places.putIfAbsent(column, i) != null) {
                return new Read.Refused("The column " + column.header() + " is there twice.");
            }
        }
        if (places.isEmpty()) {
            return new Read.Refused(
                    "The first line must name the columns, such as " + known(REQUIRED) + ", received_quantity.");
        }
        if (!unknown.isEmpty()) {
            return new Read.Refused("There are columns that we do not know: "
                    + String.join(", ", unknown.subList(0, Math.min(10, unknown.size())))
                    + ". Take them out, or name them as one of "
                    + known(Arrays.asList(UploadColumn.values())) + '.');
        }
        if (!places.keySet().containsAll(REQUIRED)) {
            return new Read.Refused("The columns " + known(REQUIRED) + " must both be there.");
        }
        return new Read.Known(new UploadHeader(places, cells.size()));
    }

    /** Whether a line may be a header at all: how the separator is told. */
    public static boolean names(List<String> cells) {
        return cells.stream().anyMatch(cell -> column(cell.strip()) != null);
    }

    private static @Nullable UploadColumn column(String name) {
        for (UploadColumn column : UploadColumn.values()) {
            if (Ascii.equalsIgnoringCase(column.header(), name)) {
                return column;
            }
        }
        return null;
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, name.offsetByCodePoints(0, 20)) + "…";
    }

    private static String known(List<UploadColumn> columns) {
        return columns.stream().map(UploadColumn::header).collect(Collectors.joining(", "));
    }

    /** How many cells every line has. */
    public int width() {
        return width;
    }

    /** A line's cell without blanks around it, empty where the file has no such column. */
    String cell(List<String> cells, UploadColumn column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(place).strip();
    }
}
