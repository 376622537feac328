package dev.gangway.architecture.seeded.adapters.persistence;

import dev.gangway.architecture.seeded.application.port.Kept;
import dev.gangway.architecture.seeded.application.testkit.contract.KeptContract;

/** Runs its contract on one database of two. */
public final class KeepsItOnH2 implements Kept {
    @Override
    public void keep() {}

    /** Its only test. */
    static final class H2Test implements KeptContract {
        @Override
        public Kept kept() {
            return new KeepsItOnH2();
        }
    }
}
