package dev.gangway.architecture.seeded.application.testkit.contract;

import dev.gangway.architecture.seeded.application.port.Kept;

/** What keepers of {@link Kept} run; an interface of default tests in the real house. */
public interface KeptContract {
    /** The one under test. */
    Kept kept();
}
