package dev.gangway.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders that are gone with the JVM. */
final class Scratch {
    private static final Path ROOT = root();

    private Scratch() {}

    /** One that nobody else has. */
    static Path folder() {
        try {
            return Files.createTempDirectory(ROOT, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path root() {
        try {
            Path root = Files.createTempDirectory("gangway-e2e-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(root), "delete-scratch"));
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path root) {
        try (Stream<Path> all = Files.walk(root)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path one : deepestFirst) {
                Files.deleteIfExists(one);
            }
        } catch (IOException | UncheckedIOException left) {
            // a database is still closing its files: they stay, in a folder for temporary ones
            return;
        }
    }
}
