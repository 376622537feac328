package dev.gangway.adapters.persistence;

import org.jdbi.v3.core.Handle;

/** What is changed rarely and by one transaction at a time, on all nodes together. */
enum Mutex {
    /** Partners, their names and their discounts. */
    PARTNERS,
    /** The key rings. */
    KEY_RINGS;

    /** Waits until nobody else changes it; holds until the end of the transaction. */
    void hold(Handle handle) {
        handle.createQuery("select name from mutexes where name = :name for update")
                .bind("name", Rows.stored(this))
                .mapTo(String.class)
                .one();
    }
}
