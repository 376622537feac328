package dev.gangway.bootstrap.demo;

import dev.gangway.bootstrap.database.Databases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where a demonstration keeps things: a folder that is gone with it, or the database that was configured. */
public final class DemoDatabase implements AutoCloseable {
    private final String url;
    private final @Nullable Path folder;

    private DemoDatabase(String url, @Nullable Path folder) {
        this.url = url;
        this.folder = folder;
    }

    /** The configured database, or a temporary one if {@code configured} is null or empty. */
    public static DemoDatabase of(@Nullable String configured) {
        if (configured != null && !configured.isEmpty()) {
            return new DemoDatabase(configured, null);
        }
        try {
            Path folder = Files.createTempDirectory("gangway-demo-");
            return new DemoDatabase(Databases.embedded(folder), folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** Its JDBC URL. */
    public String url() {
        return url;
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
