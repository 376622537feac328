package dev.gangway.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** A library is known to the rooms whose business it is, and to no other. */
final class TechnologyTest implements Guarded {
    /**
     * Not Gangway's: the fictional exchange of the demonstration, which makes its users' keys and verifies the signatures
     * of those who read from it as a real exchange would, and must not share code with the adapter that signs.
     */
    static final String FICTIONAL_EXCHANGE = ".bootstrap.demo.sixpence..";

    @Override
    public List<Guard> guards() {
        return Technology.ALL.stream()
                .map(technology -> new Guard(
                        technology.name() + " only in " + technology.home(),
                        house -> staysAtHome(technology, house),
                        technology.seeds()))
                .toList();
    }

    private static ArchRule staysAtHome(Technology technology, House house) {
        var strangers = noClasses().that().resideInAnyPackage(house.allBut(technology.home()));
        if (technology.isCryptography()) {
            strangers = strangers.and().resideOutsideOfPackage(house.root() + FICTIONAL_EXCHANGE);
        }
        return strangers
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(technology.packages().toArray(String[]::new));
    }
}
