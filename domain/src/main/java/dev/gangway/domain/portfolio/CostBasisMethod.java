package dev.gangway.domain.portfolio;

import dev.gangway.domain.shared.Ascii;
import org.jspecify.annotations.Nullable;

/** Which of the units that a user holds are the ones that a disposal gives away. */
public enum CostBasisMethod {
    /** Those held longest. */
    FIFO,
    /** Those acquired last. */
    LIFO,
    /** Those that cost most. */
    HIFO,
    /** None in particular: all units cost their weighted average. */
    AVERAGE;

    /** The name in the API and in addresses of pages. */
    public String apiName() {
        return Ascii.lower(name());
    }

    /** The method of that name, whatever its case; null if there is none. */
    public static @Nullable CostBasisMethod named(@Nullable String name) {
        for (CostBasisMethod method : values()) {
            if (name != null && Ascii.equalsIgnoringCase(method.name(), name)) {
                return method;
            }
        }
        return null;
    }
}
