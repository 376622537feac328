package dev.gangway.architecture.seeded.application.beta;

import dev.gangway.architecture.seeded.application.alpha.Alpha;

/** Half of a cycle. */
public interface Beta {
    /** Its other half. */
    Alpha other();
}
