package dev.gangway.domain.source;

/** Why a source's import ended without success, or cannot begin. */
public enum SourceFailure {
    /** The exchange does not know the key, or its signature does not verify. */
    CREDENTIALS_REFUSED,
    /** The key lacks the permission to read the history. */
    PERMISSION_MISSING,
    /** The key may trade or withdraw; we use read-only keys only. */
    KEY_NOT_READ_ONLY,
    /** The sealed credentials could not be opened. */
    CREDENTIALS_UNREADABLE,
    /** The key opens another account than the one whose history the source holds. */
    OTHER_ACCOUNT,
    /** There is no key any more: who sent it has taken it back. */
    KEY_WITHDRAWN,
    /** The exchange did not answer, or answered what nobody can read, in every attempt. */
    EXCHANGE_UNREACHABLE,
    /** This installation has no connector for the exchange. */
    EXCHANGE_NOT_SUPPORTED;

    /** The status that a source ends in for this reason. */
    public SourceStatus status() {
        return switch (this) {
            case CREDENTIALS_REFUSED,
                    PERMISSION_MISSING,
                    KEY_NOT_READ_ONLY,
                    CREDENTIALS_UNREADABLE,
                    OTHER_ACCOUNT,
                    KEY_WITHDRAWN -> SourceStatus.CREDENTIALS_FAILED;
            case EXCHANGE_UNREACHABLE, EXCHANGE_NOT_SUPPORTED -> SourceStatus.FAILED;
        };
    }
}
