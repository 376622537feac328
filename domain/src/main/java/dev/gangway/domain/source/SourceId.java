package dev.gangway.domain.source;

import dev.gangway.domain.shared.Ulid;

/** A source's identity: {@code src_} and a ULID. */
public record SourceId(String value) {
    /** What every source id starts with. */
    public static final String PREFIX = "src_";

    /** Checks the form. */
    public SourceId {
        Ulid.checked("source_id", PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
