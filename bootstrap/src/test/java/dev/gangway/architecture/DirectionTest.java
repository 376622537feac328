package dev.gangway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.adapters.crypto.LooksIntoPersistence;
import dev.gangway.architecture.seeded.adapters.http.LooksIntoBootstrap;
import dev.gangway.architecture.seeded.application.Logs;
import dev.gangway.architecture.seeded.application.LooksIntoAnAdapter;
import dev.gangway.architecture.seeded.application.OpensASocket;
import dev.gangway.architecture.seeded.domain.LooksIntoTheApplication;
import dev.gangway.architecture.seeded.domain.Queries;
import dev.gangway.architecture.seeded.domain.ReadsAFile;
import dev.gangway.architecture.seeded.domain.ReadsTheEnvironment;
import dev.gangway.architecture.seeded.domain.RollsDice;
import java.util.ArrayList;
import java.util.List;

/** Dependencies point one way: domain, application, adapters, bootstrap. */
final class DirectionTest implements Guarded {
    /** Not {@code java..}, which would let {@code java.sql} and {@code java.io} in. */
    private static final List<String> PLAIN_JAVA = List.of(
            "java.lang",
            "java.util",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "java.time..",
            "java.math",
            "org.jspecify.annotations");

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard(
                        "the domain is plain Java, and java.net.IDN for the domains of e-mail addresses",
                        DirectionTest::domainIsPlain,
                        LooksIntoTheApplication.class,
                        ReadsAFile.class,
                        Queries.class),
                new Guard(
                        "the domain does not look around: no environment, no threads, no dice",
                        DirectionTest::domainDoesNotLookAround,
                        ReadsTheEnvironment.class,
                        RollsDice.class),
                new Guard(
                        "the application is plain Java and the domain",
                        DirectionTest::applicationIsPlain,
                        LooksIntoAnAdapter.class,
                        OpensASocket.class,
                        Logs.class),
                new Guard(
                        "adapters do not see each other",
                        DirectionTest::adaptersAreStrangers,
                        LooksIntoPersistence.class),
                new Guard("nobody sees bootstrap", DirectionTest::nobodySeesBootstrap, LooksIntoBootstrap.class));
    }

    private static ArchRule domainIsPlain(House house) {
        return classes()
                .that()
                .resideInAPackage(house.of(Room.DOMAIN))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(and(PLAIN_JAVA, house.of(Room.DOMAIN)))
                        .or(name("java.net.IDN")));
    }

    private static ArchRule domainDoesNotLookAround(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.of(Room.DOMAIN))
                .should()
                .dependOnClassesThat(name("java.lang.System")
                        .or(name("java.lang.Thread"))
                        .or(name("java.lang.Runtime"))
                        .or(name("java.lang.ProcessBuilder"))
                        .or(name("java.util.Random"))
                        .or(name("java.util.SplittableRandom"))
                        .or(name("java.util.Scanner"))
                        .or(name("java.util.Timer"))
                        .or(name("java.util.ServiceLoader")));
    }

    private static ArchRule applicationIsPlain(House house) {
        return classes()
                .that()
                .resideInAPackage(house.of(Room.APPLICATION))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(and(
                        PLAIN_JAVA,
                        "java.util.concurrent..",
                        House.REAL.of(Room.DOMAIN),
                        house.of(Room.DOMAIN),
                        house.of(Room.APPLICATION))));
    }

    private static ArchRule adaptersAreStrangers(House house) {
        return CompositeArchRule.of(Room.ADAPTERS.stream()
                .map(adapter -> (ArchRule) noClasses()
                        .that()
                        .resideInAPackage(house.of(adapter))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(house.of(Room.ADAPTERS.stream()
                                .filter(other -> other != adapter)
                                .toList())))
                .toList());
    }

    private static ArchRule nobodySeesBootstrap(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.allBut(List.of(Room.BOOTSTRAP)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(house.of(Room.BOOTSTRAP));
    }

    private static String[] and(List<String> packages, String... more) {
        List<String> all = new ArrayList<>(packages);
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
