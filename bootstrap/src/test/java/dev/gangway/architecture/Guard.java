package dev.gangway.architecture;

import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.function.Function;

/**
 * A rule and the proof that it fires.
 *
 * @param says what it says, in a few words
 * @param rule the rule for a house
 * @param seeds the classes of the seeded house that break it: all of these and no others
 */
record Guard(String says, Function<House, ArchRule> rule, List<Class<?>> seeds) {
    Guard(String says, Function<House, ArchRule> rule, Class<?>... seeds) {
        this(says, rule, List.of(seeds));
    }
}
