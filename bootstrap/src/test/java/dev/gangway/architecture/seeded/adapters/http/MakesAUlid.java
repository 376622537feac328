package dev.gangway.architecture.seeded.adapters.http;

import com.github.f4b6a3.ulid.Ulid;

/** An id of the machine's clock and dice. */
public record MakesAUlid(Ulid ulid) {}
