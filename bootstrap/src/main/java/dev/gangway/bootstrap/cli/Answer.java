package dev.gangway.bootstrap.cli;

import java.util.List;
import java.util.Map;

/**
 * What a command has to say.
 *
 * @param data for programs, keys in snake_case
 * @param lines for people
 */
record Answer(Map<String, ?> data, List<String> lines) {
    /** May hold a secret on its way to the terminal. */
    @Override
    public String toString() {
        return "Answer[]";
    }
}
