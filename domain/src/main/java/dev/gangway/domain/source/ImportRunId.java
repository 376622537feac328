package dev.gangway.domain.source;

import dev.gangway.domain.shared.Ulid;

/** One run of an import: {@code run_} and a ULID. Only the run that a source names last may write to it. */
public record ImportRunId(String value) {
    /** What every run id starts with. */
    public static final String PREFIX = "run_";

    /** Checks the form. */
    public ImportRunId {
        Ulid.checked("run_id", PREFIX, value);
    }
}
