package dev.gangway.domain.upload;

/** A cell that is not understood; never leaves this package. */
final class UnreadableCell extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String reason;

    /** @param reason in plain words, for the file's owner */
    UnreadableCell(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}
