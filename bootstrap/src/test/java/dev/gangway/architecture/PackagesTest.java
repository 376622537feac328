package dev.gangway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;
import dev.gangway.architecture.House.Room;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A package that is misspelt in a rule forbids nothing, silently: each of them must be somewhere. */
final class PackagesTest {
    @ParameterizedTest
    @EnumSource(Room.class)
    void every_room_is_inhabited(Room room) {
        assertThat(inhabitants(House.REAL.of(room))).isNotEmpty();
    }

    @Test
    void the_ports_are_where_the_rules_look_for_them() {
        assertThat(inhabitants(House.REAL.ports())).isNotEmpty();
    }

    @Test
    void the_calculation_is_where_the_rules_let_it_count() {
        assertThat(inhabitants(House.REAL.calculation())).isNotEmpty();
    }

    @Test
    void the_fictional_exchange_is_where_the_rules_let_it_pass() {
        assertThat(inhabitants(House.REAL.root() + TechnologyTest.FICTIONAL_EXCHANGE))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("technologies")
    void every_technology_is_there(String packages) throws IOException {
        String name = packages.substring(0, packages.length() - "..".length());

        assertThat(isInTheJdk(name) || isInALibrary(name.replace('.', '/') + "/"))
                .isTrue();
    }

    private static boolean isInTheJdk(String name) {
        return ModuleLayer.boot().modules().stream()
                .anyMatch(module -> module.getPackages().contains(name));
    }

    private static boolean isInALibrary(String folder) throws IOException {
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            if (entry.endsWith(".jar")) {
                try (JarFile library = new JarFile(entry)) {
                    if (library.stream()
                            .map(JarEntry::getName)
                            .anyMatch(name -> name.startsWith(folder) && name.endsWith(".class"))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    static Stream<String> technologies() {
        return Technology.ALL.stream().flatMap(technology -> technology.packages().stream());
    }

    @Test
    void every_module_of_the_build_is_a_room() throws IOException {
        String pom = Files.readString(Classes.root().resolve("pom.xml"));
        Set<String> modules = Pattern.compile("<module>(.*?)</module>")
                .matcher(pom)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());

        // benchmarks stand outside: nothing depends on them, and they measure from without
        modules.remove("benchmarks");
        assertThat(modules).isEqualTo(Stream.of(Room.values()).map(Room::module).collect(Collectors.toSet()));
    }

    @Test
    void every_seed_is_looked_for() {
        List<Guarded> guarded = List.of(
                new DirectionTest(),
                new TechnologyTest(),
                new AmbientTest(),
                new ShapeTest(),
                new UseCaseTest(),
                new ContractsTest());
        Set<String> looked = guarded.stream()
                .flatMap(test -> test.guards().stream())
                .flatMap(guard -> guard.seeds().stream())
                .map(Class::getName)
                .collect(Collectors.toSet());
        Set<String> innocent = Set.of("Innocent", "Kept", "KeptContract", "ThingPortContract", "Verifies");

        assertThat(Classes.SEEDED.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .filter(type -> !type.getSimpleName().equals("package-info"))
                        .filter(type -> !innocent.contains(type.getSimpleName()))
                        .map(JavaClass::getName))
                .isSubsetOf(looked);
    }

    private static List<String> inhabitants(String packages) {
        PackageMatcher matcher = PackageMatcher.of(packages);
        return Classes.MAIN.stream()
                .filter(type -> matcher.matches(type.getPackageName()))
                .map(JavaClass::getName)
                .toList();
    }
}
