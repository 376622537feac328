package dev.gangway.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.documents.Documents.Block;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A block of code names the file that it is taken from, in a comment above it; this build compiles that file, so the
 * document cannot show what does not compile.
 */
final class DocumentsTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)#\\s]+)(?:#[^)]*)?\\)");

    static Stream<Block> taken() {
        return Documents.blocks().stream().filter(block -> block.source() != null);
    }

    @ParameterizedTest
    @MethodSource("taken")
    void a_block_stands_in_the_file_that_it_names(Block block) {
        Path source = Documents.root().resolve(Objects.requireNonNull(block.source()));

        assertThat(source).exists();
        assertThat(flat(Documents.read(source))).contains(flat(block.text()));
    }

    @Test
    void no_document_shows_java_of_its_own() {
        List<Block> homeless = Documents.blocks().stream()
                .filter(block -> block.language().equals("java") && block.source() == null)
                .toList();

        assertThat(homeless).isEmpty();
    }

    static Stream<Path> documents() {
        return Documents.all().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void a_link_leads_somewhere(Path document) {
        Matcher link = LINK.matcher(Documents.read(document));
        List<String> broken = link.results()
                .map(found -> found.group(1))
                .filter(target -> !target.contains("://"))
                .filter(target -> !Files.exists(document.resolveSibling(target)))
                .toList();

        assertThat(broken).isEmpty();
    }

    static Stream<Path> decisions() {
        return Documents.all().stream()
                .filter(file -> Documents.root().relativize(file).startsWith("docs/adr"))
                .filter(file -> !file.endsWith("README.md"));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_decision_is_listed_and_complete(Path decision) {
        String index = Documents.read(decision.resolveSibling("README.md"));

        assertThat(index).contains("(" + decision.getFileName() + ")");
        assertThat(Documents.read(decision)).contains("Context", "Decision", "Consequence");
    }

    /** Without indentation, which a document need not share. */
    private static String flat(String code) {
        return code.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .reduce("", (all, line) -> all + line + "\n");
    }
}
