package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.problem.Problems;
import dev.gangway.domain.discount.DiscountRefusal;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md explains every code, under its status, and none that there is not. */
final class ErrorsDocumentTest {
    @Test
    void everyCodeHasItsSection() throws IOException {
        Map<String, Map<String, String>> chapters = chapters();

        assertThat(chapter(chapters, "Codes").keySet()).containsExactlyElementsOf(names(ErrorCode.values()));
        assertThat(chapter(chapters, "Field codes").keySet()).containsExactlyElementsOf(names(FieldError.values()));
        assertThat(chapter(chapters, "Discount codes").keySet())
                .containsExactlyElementsOf(names(DiscountRefusal.values()));
    }

    @Test
    void everySectionBeginsWithItsStatus() throws IOException {
        Map<String, String> sections = chapter(chapters(), "Codes");

        for (ErrorCode code : ErrorCode.values()) {
            assertThat(sections.get(code.name()))
                    .as(code.name())
                    .startsWith(Integer.toString(Problems.place(code).status()));
        }
    }

    private static Map<String, String> chapter(Map<String, Map<String, String>> chapters, String name) {
        return chapters.getOrDefault(name, Map.of());
    }

    /** Chapter to section to its text. */
    private static Map<String, Map<String, String>> chapters() throws IOException {
        Map<String, Map<String, String>> chapters = new LinkedHashMap<>();
        Map<String, String> chapter = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("../docs/errors.md")));
        String section = "";
        for (String line : lines) {
            if (line.startsWith("## ")) {
                chapter = new LinkedHashMap<>();
                chapters.put(line.substring(3), chapter);
            } else if (line.startsWith("### ")) {
                section = line.substring(4);
                chapter.put(section, "");
            } else if (chapter.containsKey(section)) {
                chapter.merge(section, line + "\n", String::concat);
            }
        }
        return chapters;
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
