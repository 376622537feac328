package dev.gangway.architecture.seeded.adapters.http.beta;

import dev.gangway.architecture.seeded.adapters.http.alpha.Alpha;

/** Half of a cycle. */
public interface Beta {
    /** Its other half. */
    Alpha other();
}
