package dev.gangway.application.upload;

import dev.gangway.application.shared.ApplicationTime;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Instant;

/** Stores what a user has uploaded and seen; confirming twice is confirming once. */
public final class ConfirmUpload {
    private final Uploads uploads;
    private final Ids ids;
    private final Clock clock;

    /** Stores from {@code uploads}. */
    public ConfirmUpload(Uploads uploads, Ids ids, Clock clock) {
        this.uploads = uploads;
        this.ids = ids;
        this.clock = clock;
    }

    /** Which upload, and who confirms: the signed-in user, never anybody else. */
    public record Command(UserId user, UploadId upload, RequestOrigin origin) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is stored, by this call or by one before. */
        record Stored() implements Outcome {}

        /** The user has no such upload, or its hour is over. */
        record NoSuchUpload() implements Outcome {}
    }

    /** Stores it. */
    public Outcome execute(Command command) {
        Instant now = ApplicationTime.now(clock);
        AuditEntry audit = new AuditEntry(
                AuditAction.HISTORY_UPLOADED, null, null, command.user().value(), command.origin(), now);
        return switch (uploads.confirm(command.upload(), command.user(), ids.sourceId(), now, audit)) {
            case STORED, STORED_BEFORE -> new Outcome.Stored();
            case NO_SUCH_UPLOAD -> new Outcome.NoSuchUpload();
        };
    }
}
