package dev.gangway.application.testkit.contract;

/** What the contracts of ports that store something have in common. */
public interface PersistenceContract {
    /**
     * The ports under test over one store. The store is empty when a test begins; every call within the test answers
     * ports over that same store. Nothing works off its queue.
     */
    PersistencePorts ports();

    /** The desk at which a test has partners enrolled and users registered. */
    default Desk desk() {
        return new Desk(ports());
    }
}
