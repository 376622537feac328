package dev.gangway.application.upload;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of a file, taken apart.
 *
 * @param number the line's number in the file, from 1
 * @param cells its cells; none where it could not be taken apart
 * @param problem why it could not, null if it could
 */
public record UploadedCells(
        long number, List<String> cells, @Nullable String problem) {
    /** Copies. */
    public UploadedCells {
        cells = List.copyOf(cells);
    }
}
