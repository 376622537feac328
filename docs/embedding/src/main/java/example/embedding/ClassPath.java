package example.embedding;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What Gangway really brought along, looked at from inside the running program. */
final class ClassPath {
    private static final List<String> UNINVITED = List.of(
            "javalin", "jetty", "servlet", "guice", "inject", "guava", "jdbi", "flyway", "hikari", "h2-", "postgresql",
            "db-scheduler", "jackson-databind", "jte-");

    private ClassPath() {}

    /** The libraries, by file name. */
    static List<String> libraries() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).getFileName().toString())
                .filter(name -> name.endsWith(".jar"))
                .sorted()
                .toList();
    }

    /** Ends the program when a library is there that no embedding service asked for. */
    static void mustBeBare() {
        List<String> uninvited = libraries().stream()
                .filter(library -> UNINVITED.stream().anyMatch(library.toLowerCase(Locale.ROOT)::contains))
                .toList();
        if (!uninvited.isEmpty()) {
            throw new IllegalStateException("came along uninvited: " + uninvited);
        }
        if (libraries().stream().noneMatch(library -> library.startsWith("gangway-application"))) {
            throw new IllegalStateException("gangway itself is not on the class path: " + libraries());
        }
    }
}
