package dev.gangway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.adapters.http.Dates;
import dev.gangway.architecture.seeded.adapters.http.Prints;
import dev.gangway.architecture.seeded.adapters.http.RefersToRandomUuid;
import dev.gangway.architecture.seeded.adapters.http.Reveals;
import dev.gangway.architecture.seeded.adapters.persistence.ReadsMillis;
import dev.gangway.architecture.seeded.application.CallsNow;
import dev.gangway.architecture.seeded.application.RefersToNow;
import dev.gangway.architecture.seeded.application.RefersToReveal;
import dev.gangway.architecture.seeded.application.TakesTheSystemClock;
import dev.gangway.architecture.seeded.domain.HoldsAClock;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Nothing is taken out of thin air: time, ids and randomness come in through constructors, and secrets stay sealed. */
final class AmbientTest implements Guarded {
    private static final List<Room> MAKERS = List.of(Room.BOOTSTRAP, Room.CRYPTO);
    private static final List<Room> REVEALERS = List.of(Room.CRYPTO, Room.EXCHANGES);

    private static final String CONSTRUCTOR = "<init>";
    private static final Set<String> AMBIENT = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.Math.random",
            "java.util.UUID.randomUUID",
            "java.util.Random." + CONSTRUCTOR,
            "java.util.SplittableRandom." + CONSTRUCTOR,
            "java.util.concurrent.ThreadLocalRandom.current");

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard(
                        "time, ids and randomness come in through constructors",
                        house -> classes()
                                .that()
                                .resideInAnyPackage(house.allBut(MAKERS))
                                .should(notUse("the machine's clock or dice", AmbientTest::isAmbient)),
                        CallsNow.class,
                        RefersToNow.class,
                        TakesTheSystemClock.class,
                        ReadsMillis.class,
                        RefersToRandomUuid.class,
                        Dates.class),
                new Guard(
                        "the domain is told the time and holds no clock",
                        house -> noClasses()
                                .that()
                                .resideInAPackage(house.of(Room.DOMAIN))
                                .should()
                                .dependOnClassesThat()
                                .haveFullyQualifiedName("java.time.Clock"),
                        HoldsAClock.class),
                new Guard(
                        "nobody prints but the command line",
                        house -> noClasses()
                                .that()
                                .resideInAnyPackage(house.allBut(List.of(Room.BOOTSTRAP)))
                                .should()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err"),
                        Prints.class),
                new Guard(
                        "only crypto and exchanges reveal a secret",
                        house -> classes()
                                .that()
                                .resideInAnyPackage(house.allBut(REVEALERS))
                                .should(notUse("Secret.reveal", AmbientTest::reveals)),
                        Reveals.class,
                        RefersToReveal.class));
    }

    private static boolean isAmbient(CodeUnitAccessTarget target) {
        String owner = target.getOwner().getFullName();
        String method = target.getName();
        boolean hasArguments = !target.getRawParameterTypes().isEmpty();
        if (owner.startsWith("java.time.")) {
            // a clock or a zone may be handed to now(); only the clock makes it harmless
            boolean readsAClock = hasArguments
                    && target.getRawParameterTypes().get(0).getFullName().equals("java.time.Clock");
            boolean makesAClock = owner.equals("java.time.Clock")
                    && (method.startsWith("system") || (method.startsWith("tick") && !readsAClock));
            return makesAClock || (method.equals("now") && !readsAClock);
        }
        return AMBIENT.contains(owner + "." + method)
                || (owner.equals("java.util.Date") && method.equals(CONSTRUCTOR) && !hasArguments);
    }

    private static boolean reveals(CodeUnitAccessTarget target) {
        return target.getOwner().getFullName().equals("dev.gangway.domain.shared.Secret")
                && target.getName().equals("reveal");
    }

    /** Calls and method references alike. */
    private static ArchCondition<JavaClass> notUse(String what, Predicate<CodeUnitAccessTarget> forbidden) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : subject.getCodeUnitAccessesFromSelf()) {
                    if (forbidden.test(access.getTarget())) {
                        events.add(SimpleConditionEvent.violated(access, access.getDescription()));
                    }
                }
            }
        };
    }
}
