package dev.gangway.adapters.exchanges.walk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Reads one part of an account's history, a few calls at a time. */
@FunctionalInterface
public interface Part<S extends Enum<S>> {
    /** Reads on from {@code place}, whose part is this one. */
    Step<S> read(Place<S> place);

    /**
     * What was read.
     *
     * @param records as the exchange's mapping wants them
     * @param place where to read on
     */
    record Step<S extends Enum<S>>(List<JsonNode> records, Place<S> place) {}
}
