package dev.gangway.architecture.seeded.adapters.http.alpha;

import dev.gangway.architecture.seeded.adapters.http.beta.Beta;

/** Half of a cycle. */
public interface Alpha {
    /** Its other half. */
    Beta other();
}
