package dev.gangway.domain.upload;

import dev.gangway.domain.shared.Ulid;

/** An upload's identity, from its preview to its confirmation: {@code upl_} and a ULID. */
public record UploadId(String value) {
    /** What every upload id starts with. */
    public static final String PREFIX = "upl_";

    /** Checks the form. */
    public UploadId {
        Ulid.checked("upload_id", PREFIX, value);
    }

    @Override
    public String toString() {
        return value;
    }
}
