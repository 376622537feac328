package dev.gangway.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The Markdown files of the repository. */
final class Documents {
    private static final Pattern FENCED =
            Pattern.compile("(?:<!-- from (\\S+) -->\\n *)?```(\\w+)\\n(.*?)```", Pattern.DOTALL);

    private Documents() {}

    /**
     * A fenced block.
     *
     * @param document where it stands
     * @param source the file that it is taken from, null if it does not say
     * @param language after the fence
     * @param text what it shows
     */
    record Block(Path document, @Nullable String source, String language, String text) {
        @Override
        public String toString() {
            return root().relativize(document) + ": " + text.lines().findFirst().orElse("");
        }
    }

    /** The repository's folder, wherever below it the test was started. */
    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("domain/pom.xml"))) {
            folder = folder.getParent();
        }
        if (folder == null) {
            throw new IllegalStateException("not started within the repository");
        }
        return folder;
    }

    /** All of them, those of the root first. */
    static List<Path> all() {
        List<Path> all = new ArrayList<>();
        try (Stream<Path> top = Files.list(root());
                Stream<Path> docs = Files.walk(root().resolve("docs"))) {
            Stream.concat(top, docs)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .forEach(all::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return all;
    }

    /** Every fenced block of every document. */
    static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (Path document : all()) {
            Matcher fenced = FENCED.matcher(read(document));
            while (fenced.find()) {
                blocks.add(new Block(document, fenced.group(1), fenced.group(2), fenced.group(3)));
            }
        }
        return blocks;
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
