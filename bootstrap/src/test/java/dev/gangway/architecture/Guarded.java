package dev.gangway.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests each guard twice: the real house keeps its rule, and every seed breaks it. */
interface Guarded {
    /** The guards of one theme. */
    List<Guard> guards();

    @TestFactory
    default Stream<DynamicTest> theHouseKeepsIt() {
        return guards().stream()
                .map(guard -> DynamicTest.dynamicTest(guard.says(), () -> {
                    ArchRule rule = guard.rule().apply(House.REAL);
                    assertThat(rule.evaluate(Classes.MAIN).getFailureReport().getDetails())
                            .as(rule.getDescription())
                            .isEmpty();
                }));
    }

    @TestFactory
    default Stream<DynamicTest> itsSeedsBreakIt() {
        return guards().stream()
                .map(guard -> DynamicTest.dynamicTest("seeded: " + guard.says(), () -> {
                    List<String> broken = guard.rule()
                            .apply(House.SEEDED)
                            .evaluate(Classes.SEEDED)
                            .getFailureReport()
                            .getDetails();
                    assertThat(guard.seeds())
                            .as("a rule without a seed proves nothing")
                            .isNotEmpty();
                    for (Class<?> seed : guard.seeds()) {
                        assertThat(broken)
                                .as("violations of \"%s\" in %s", guard.says(), seed.getName())
                                .anyMatch(violation -> violation.contains(seed.getName()));
                    }
                    assertThat(broken)
                            .as("violations of \"%s\" that nobody seeded", guard.says())
                            .allMatch(violation ->
                                    guard.seeds().stream().anyMatch(seed -> violation.contains(seed.getName())));
                }));
    }
}
