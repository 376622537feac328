package dev.gangway.architecture.seeded.adapters.http;

import java.time.LocalDate;
import java.time.ZoneId;

/** Today, wherever this machine stands. */
public final class Dates {
    private Dates() {}

    static LocalDate today(ZoneId zone) {
        return LocalDate.now(zone);
    }
}
