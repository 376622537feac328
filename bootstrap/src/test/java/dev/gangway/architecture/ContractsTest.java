package dev.gangway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.adapters.crypto.KeepsNoContract;
import dev.gangway.architecture.seeded.adapters.persistence.KeepsItOnH2;
import dev.gangway.architecture.seeded.adapters.persistence.PublicAdapter;
import dev.gangway.architecture.seeded.application.port.HasNoContract;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Every port has a contract in the testkit, and every implementation runs it; on both databases if it has one. */
final class ContractsTest implements Guarded {
    private static final List<String> DATABASES = List.of("H2", "Postgres");

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard(
                        "every port has a contract",
                        house -> ports(house, "a contract", port -> contracts(house, port)),
                        HasNoContract.class),
                new Guard(
                        "every implementation runs the contract of its port",
                        house -> ports(house, "implementations that run its contract", port -> untested(house, port)),
                        KeepsNoContract.class,
                        KeepsItOnH2.class,
                        PublicAdapter.class));
    }

    private static ArchRule ports(House house, String what, Function<JavaClass, List<String>> faults) {
        return classes()
                .that()
                .resideInAPackage(house.ports())
                .and()
                .areTopLevelClasses()
                .and()
                .areInterfaces()
                .and()
                .doNotHaveSimpleName("package-info")
                .should(Conditions.haveNo("to have " + what, faults));
    }

    private static List<String> contracts(House house, JavaClass port) {
        return house.everything().contain(contractOf(house, port)) ? List.of() : List.of("has no contract");
    }

    private static List<String> untested(House house, JavaClass port) {
        if (!house.everything().contain(contractOf(house, port))) {
            return List.of();
        }
        JavaClass contract = house.everything().get(contractOf(house, port));
        List<String> faults = new ArrayList<>();
        for (JavaClass implementation : house.everything().get(port.getName()).getAllSubclasses()) {
            if (isImplementation(house, implementation)) {
                List<JavaClass> tests = runs(contract, implementation);
                if (tests.isEmpty()) {
                    faults.add("is implemented by " + implementation.getName() + ", which does not run its contract");
                } else if (implementation.getPackageName().startsWith(house.root() + ".adapters.persistence")) {
                    DATABASES.stream()
                            .filter(database -> tests.stream()
                                    .noneMatch(test -> test.getName().contains(database)))
                            .forEach(database -> faults.add("is implemented by " + implementation.getName()
                                    + ", which does not run its contract on " + database));
                }
            }
        }
        return faults;
    }

    private static String contractOf(House house, JavaClass port) {
        return house.root() + ".application.testkit.contract." + port.getSimpleName() + "Contract";
    }

    /** What ships, and the testkit's in-memory ones; not the fakes of single tests. */
    private static boolean isImplementation(House house, JavaClass type) {
        boolean testkit = type.getPackageName().startsWith(house.root() + ".application.testkit.memory");
        boolean ships = house.main().contain(type.getName());
        return !type.isInterface() && (testkit || ships);
    }

    /** The tests that run {@code contract} in the same room and reach the implementation. */
    private static List<JavaClass> runs(JavaClass contract, JavaClass implementation) {
        return contract.getAllSubclasses().stream()
                .filter(test -> !test.isInterface() && !test.getModifiers().contains(JavaModifier.ABSTRACT))
                .filter(test -> room(test).equals(room(implementation)))
                .filter(test -> reaches(test, implementation))
                .toList();
    }

    private static boolean reaches(JavaClass test, JavaClass implementation) {
        return Stream.concat(Stream.of(test), test.getAllRawSuperclasses().stream())
                .flatMap(type -> type.getTransitiveDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .anyMatch(implementation::equals);
    }

    private static String room(JavaClass type) {
        return Stream.of(Room.values())
                .map(Room::module)
                .filter(module -> type.getPackageName().replace('.', '-').contains("-" + module))
                .findFirst()
                .orElse("");
    }
}
