package dev.gangway.bootstrap.enrolment;

import java.util.List;

/** Everything that is wrong with an enrolment file, each entry with its path. */
public final class EnrolmentProblems extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<String> problems;

    EnrolmentProblems(List<String> problems) {
        super(String.join("; ", problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    /** One sentence each. */
    public List<String> problems() {
        return problems;
    }
}
