package dev.gangway.bootstrap.server;

import dev.gangway.adapters.http.health.HealthCheck;
import java.util.function.BooleanSupplier;

/** A check made of a name and a question. */
record NamedCheck(String name, BooleanSupplier question) implements HealthCheck {
    @Override
    public boolean ready() {
        return question.getAsBoolean();
    }
}
