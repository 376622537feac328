package dev.gangway.architecture.seeded.application.alpha;

import dev.gangway.architecture.seeded.application.beta.Beta;

/** Half of a cycle. */
public interface Alpha {
    /** Its other half. */
    Beta other();
}
