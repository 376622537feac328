package dev.gangway.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchRule;
import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.adapters.crypto.KeepsNoContract;
import dev.gangway.architecture.seeded.adapters.http.PriceImpl;
import dev.gangway.architecture.seeded.adapters.persistence.KeepsItOnH2;
import dev.gangway.architecture.seeded.adapters.persistence.PublicAdapter;
import dev.gangway.architecture.seeded.application.IThing;
import dev.gangway.architecture.seeded.application.port.ConcretePort;
import dev.gangway.architecture.seeded.application.port.ThingPort;
import dev.gangway.architecture.seeded.domain.Changes;
import dev.gangway.architecture.seeded.domain.PriceUtil;
import dev.gangway.architecture.seeded.domain.RemembersForEver;
import dev.gangway.architecture.seeded.domain.portfolio.ShowsItsSums;
import dev.gangway.architecture.seeded.domain.unmarked.Unmarked;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** What ports, values, adapters and names look like; use cases have a test of their own. */
final class ShapeTest implements Guarded {
    @Override
    public List<Guard> guards() {
        return List.of(
                new Guard("a port is an interface", ShapeTest::portsAreInterfaces, ConcretePort.class),
                new Guard(
                        "a value never changes",
                        ShapeTest::valuesNeverChange,
                        Changes.class,
                        RemembersForEver.class,
                        ShowsItsSums.class),
                new Guard("nothing is remembered in static fields", ShapeTest::noStaticState, RemembersForEver.class),
                new Guard(
                        "who implements a port is no business of others",
                        ShapeTest::adaptersHide,
                        PublicAdapter.class,
                        KeepsNoContract.class,
                        KeepsItOnH2.class),
                new Guard("every package is @NullMarked", ShapeTest::everyPackageIsNullMarked, Unmarked.class),
                new Guard(
                        "names say what a thing is",
                        ShapeTest::namesSayWhatAThingIs,
                        PriceImpl.class,
                        PriceUtil.class,
                        ThingPort.class,
                        ConcretePort.class,
                        IThing.class));
    }

    private static ArchRule portsAreInterfaces(House house) {
        return classes()
                .that()
                .resideInAPackage(house.ports())
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .beInterfaces();
    }

    private static ArchRule valuesNeverChange(House house) {
        return fields().that()
                .areDeclaredInClassesThat(JavaClass.Predicates.resideInAPackage(house.of(Room.DOMAIN))
                        .and(DescribedPredicate.not(runningSums(house))))
                .should()
                .beFinal();
    }

    /** What a million entries are added up in, one by one; hidden in the package of the calculation. */
    private static DescribedPredicate<JavaClass> runningSums(House house) {
        return DescribedPredicate.and(
                JavaClass.Predicates.resideInAPackage(house.calculation()),
                DescribedPredicate.not(HasModifiers.Predicates.modifier(JavaModifier.PUBLIC)));
    }

    private static ArchRule noStaticState(House house) {
        return fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(house.of(List.of(Room.values())))
                .and()
                .areStatic()
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .beFinal();
    }

    private static ArchRule adaptersHide(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.of(Room.ADAPTERS))
                .and()
                .implement(DescribedPredicate.and(INTERFACES, JavaClass.Predicates.resideInAPackage(house.ports())))
                .should()
                .notBePublic();
    }

    private static ArchRule everyPackageIsNullMarked(House house) {
        return classes()
                .that()
                .resideInAnyPackage(house.of(List.of(Room.values())))
                .should(Conditions.be(
                        "in a package that is @NullMarked",
                        subject -> subject.getPackage().isAnnotatedWith(NullMarked.class)));
    }

    private static ArchRule namesSayWhatAThingIs(House house) {
        return noClasses()
                .that()
                .resideInAnyPackage(house.of(List.of(Room.values())))
                .should()
                // elsewhere a port may be one of a network
                .haveNameMatching(
                        ".*(Impl|Manager|Helpers?|Utils?)|.*\\.application\\..*Port|.*\\.I[A-Z][a-z][A-Za-z]*");
    }
}
