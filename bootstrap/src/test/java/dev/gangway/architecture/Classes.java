package dev.gangway.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The compiled classes that the rules look at, read once. */
final class Classes {
    private static final Path ROOT = root();
    private static final Pattern GENERATED = Pattern.compile(".*/templates/Jte[a-z]+Generated[^/]*");

    /** What ships, of every module that {@link House.Room} names. */
    static final JavaClasses MAIN = read("classes");

    /** The same, and the modules' tests. */
    static final JavaClasses EVERYTHING = read("classes", "test-classes");

    /** The small house whose every room breaks a rule. */
    static final JavaClasses SEEDED = new ClassFileImporter().importPackages(House.SEEDED.root());

    private Classes() {}

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

    /** Not what jte made of a template. */
    private static boolean isWritten(Location location) {
        return !location.matches(GENERATED);
    }

    private static JavaClasses read(String... kinds) {
        List<Path> folders = new ArrayList<>();
        for (House.Room room : House.Room.values()) {
            for (String kind : kinds) {
                Path folder = ROOT.resolve(room.module()).resolve("target").resolve(kind);
                if (Files.isDirectory(folder)) {
                    folders.add(folder);
                }
            }
        }
        return new ClassFileImporter().withImportOption(Classes::isWritten).importPaths(folders);
    }
}
