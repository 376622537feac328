package dev.gangway.domain.audit;

import dev.gangway.domain.shared.Ascii;

/** What was done, in the append-only audit log. */
public enum AuditAction {
    /** A partner registered a user for the first time. */
    USER_REGISTERED,
    /** A partner registered a user that existed. */
    USER_REGISTERED_AGAIN,
    /** A partner repeated a call whose answer has a link, and got a fresh one. */
    LINK_REISSUED,
    /** A redirect link was used and its user signed in. */
    LINK_CONSUMED,
    /** A partner had a fresh redirect link issued. */
    LINK_ISSUED,
    /** A partner revoked a redirect link. */
    LINK_REVOKED,
    /** A partner attached sources to a user. */
    SOURCES_ATTACHED,
    /** A partner took back a source that it had sent. */
    SOURCE_REMOVED,
    /** A partner ended its connection to a user. */
    CONNECTION_ENDED,
    /** A user signed out. */
    SIGNED_OUT,
    /** A user let a partner see all of their sources. */
    SHARING_WIDENED,
    /** A user let a partner see no more than the sources that it sent. */
    SHARING_NARROWED,
    /** A partner was enrolled. */
    PARTNER_ENROLLED,
    /** A partner's enrolment was changed. */
    PARTNER_CHANGED,
    /** A partner credential was issued. */
    CREDENTIAL_ISSUED,
    /** A partner credential was replaced by another. */
    CREDENTIAL_ROTATED,
    /** A partner credential was revoked. */
    CREDENTIAL_REVOKED,
    /** A user had a source brought up to date. */
    SOURCE_REFRESHED,
    /** A user replaced a source's key. */
    SOURCE_KEY_REPLACED,
    /** A user added a history from a file. */
    HISTORY_UPLOADED,
    /** Keys were added to the key rings, and all of them wrapped under the current master key. */
    KEYS_ROTATED,
    /** Keys that nothing is sealed under were retired. */
    KEYS_RETIRED,
    /** Stored transactions were derived anew. */
    LEDGER_REDERIVED,
    /** Somebody called the partner API and did not prove who they are. */
    AUTHENTICATION_REFUSED;

    /** The name in the database and in output. */
    public String apiName() {
        return Ascii.lower(name());
    }
}
