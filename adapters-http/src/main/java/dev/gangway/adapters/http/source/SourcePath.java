package dev.gangway.adapters.http.source;

import dev.gangway.adapters.http.wire.Call;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.SourceId;
import org.jspecify.annotations.Nullable;

/** Addresses of one source: {@code /sources/{id}/…}. */
final class SourcePath {
    private static final int ID = 2;

    private SourcePath() {}

    /** The source that the call's address names; null if it can name none. */
    static @Nullable SourceId source(Call call) {
        try {
            return new SourceId(call.path().split("/", -1)[ID]);
        } catch (InvalidValue malformed) {
            return null;
        }
    }
}
