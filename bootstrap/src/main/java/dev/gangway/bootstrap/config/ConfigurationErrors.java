package dev.gangway.bootstrap.config;

import java.util.List;

/** Everything that is wrong with the configuration; each entry names its variable and never repeats a secret. */
public final class ConfigurationErrors extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    ConfigurationErrors(List<String> problems) {
        super(String.join("; ", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
        return problems;
    }
}
