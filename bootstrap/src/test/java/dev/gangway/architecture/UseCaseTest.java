package dev.gangway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.application.AnswersNothing;
import dev.gangway.architecture.seeded.application.CallsAnother;
import dev.gangway.architecture.seeded.application.IsOpen;
import dev.gangway.architecture.seeded.application.SaysMore;
import dev.gangway.architecture.seeded.application.alpha.Alpha;
import dev.gangway.architecture.seeded.application.beta.Beta;
import java.util.ArrayList;
import java.util.List;

/** A use case is one final class with one {@code execute(Command)} that answers an {@code Outcome}. */
final class UseCaseTest implements Guarded {
    static final DescribedPredicate<JavaClass> USE_CASES =
            DescribedPredicate.describe("use cases", UseCaseTest::isUseCase);

    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard(
                        "a use case is final and has one public method, execute",
                        house -> classes()
                                .that()
                                .resideInAPackage(house.of(Room.APPLICATION))
                                .and(USE_CASES)
                                .should(Conditions.haveNo("the shape of a use case", UseCaseTest::faults)),
                        IsOpen.class,
                        SaysMore.class,
                        AnswersNothing.class),
                new Guard(
                        "no use case calls another",
                        house -> classes()
                                .that()
                                .resideInAPackage(house.of(Room.APPLICATION))
                                .and(USE_CASES)
                                .should(Conditions.haveNo("no other use case", UseCaseTest::others)),
                        CallsAnother.class),
                new Guard(
                        "features depend on each other in one direction",
                        house -> slices(house, Room.APPLICATION),
                        Alpha.class,
                        Beta.class),
                new Guard(
                        "pages and routes of features do, too",
                        house -> slices(house, Room.HTTP),
                        dev.gangway.architecture.seeded.adapters.http.alpha.Alpha.class,
                        dev.gangway.architecture.seeded.adapters.http.beta.Beta.class));
    }

    private static ArchRule slices(House house, Room room) {
        return SlicesRuleDefinition.slices()
                .matching(house.of(room).replace("..", ".(*).."))
                .should()
                .beFreeOfCycles();
    }

    private static boolean isUseCase(JavaClass type) {
        return type.isTopLevelClass()
                && (nested(type, "Command") || type.getMethods().stream().anyMatch(UseCaseTest::isExecute));
    }

    private static boolean isExecute(JavaMethod method) {
        return method.getName().equals("execute") && method.getModifiers().contains(JavaModifier.PUBLIC);
    }

    private static boolean nested(JavaClass type, String name) {
        try {
            Class<?> nested = Class.forName(type.getName() + "$" + name, false, UseCaseTest.class.getClassLoader());
            return nested.isRecord() || nested.isSealed();
        } catch (ClassNotFoundException absent) {
            return false;
        }
    }

    private static List<String> faults(JavaClass type) {
        List<String> faults = new ArrayList<>();
        if (!type.getModifiers().contains(JavaModifier.FINAL)) {
            faults.add("is not final");
        }
        if (!type.getRawInterfaces().isEmpty()) {
            faults.add("has a twin: it implements an interface");
        }
        if (!nested(type, "Command")) {
            faults.add("has no record Command of its own");
        }
        if (!nested(type, "Outcome")) {
            faults.add("has no sealed Outcome of its own");
        }
        List<JavaMethod> offered = type.getMethods().stream()
                .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                .toList();
        boolean one = offered.size() == 1
                && isExecute(offered.get(0))
                && offered.get(0).getRawReturnType().getName().equals(type.getName() + "$Outcome")
                && offered.get(0).getRawParameterTypes().size() == 1
                && offered.get(0).getRawParameterTypes().get(0).getName().equals(type.getName() + "$Command");
        if (!one) {
            faults.add("does not offer exactly Outcome execute(Command)");
        }
        return faults;
    }

    private static List<String> others(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(UseCaseTest::outermost)
                .filter(target -> !target.equals(type) && isUseCase(target))
                .map(target -> "knows " + target.getSimpleName())
                .distinct()
                .toList();
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(UseCaseTest::outermost).orElse(type);
    }
}
