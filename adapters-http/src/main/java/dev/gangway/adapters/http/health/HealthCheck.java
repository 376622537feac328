package dev.gangway.adapters.http.health;

/** Something that must work before this node can serve. */
public interface HealthCheck {
    /** Its name in the answer, such as {@code database}; says nothing of the inside. */
    String name();

    /** Whether it works now. A check that throws does not. */
    boolean ready();
}
