package dev.gangway.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Conditions as functions. */
final class Conditions {
    private Conditions() {}

    /** What every class is to be. */
    static ArchCondition<JavaClass> be(String what, Predicate<JavaClass> is) {
        return haveNo("to be " + what, subject -> is.test(subject) ? List.of() : List.of("is not " + what));
    }

    /** What no class is to have; {@code faults} lists what is wrong with one. */
    static ArchCondition<JavaClass> haveNo(String what, Function<JavaClass, List<String>> faults) {
        return new ArchCondition<>(what) {
            @Override
            public void check(JavaClass subject, ConditionEvents events) {
                for (String fault : faults.apply(subject)) {
                    events.add(SimpleConditionEvent.violated(subject, subject.getName() + " " + fault));
                }
            }
        };
    }
}
