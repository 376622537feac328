package dev.gangway.domain.shared;

/**
 * Why a call was refused; the {@code code} of a problem (RFC 9457). One table places each on a status
 * ({@code Problems} in adapters-http), and docs/errors.md explains each to the partner's engineer.
 */
public enum ErrorCode {
    /** The body is not one JSON object in valid UTF-8, or the request line or a header is malformed. */
    MALFORMED_REQUEST,
    /** One or more fields are wrong; {@code errors} lists them all. */
    VALIDATION_FAILED,
    /** No credential, a header that is not in the form of its scheme, or a signed request that is not accepted. */
    UNAUTHORIZED,
    /** A well-formed credential that is unknown, expired or revoked; which of them is not told. */
    INVALID_TOKEN,
    /** A token that its partner signed, and whose time is over. */
    TOKEN_EXPIRED,
    /** The credential lacks the scope that the route states. */
    INSUFFICIENT_SCOPE,
    /** {@code partner_source} is not the caller's own. */
    PARTNER_MISMATCH,
    /** A form was posted without the token and cookie of its page. */
    INVALID_FORM_TOKEN,
    /** Nothing is at this address. */
    NOT_FOUND,
    /** No user with this id has an active connection to the calling partner. */
    USER_NOT_FOUND,
    /** The user has no source with this id that the calling partner sent. */
    SOURCE_NOT_FOUND,
    /** The calling partner has no link with this id. */
    LINK_NOT_FOUND,
    /** The address exists, but not for this method. */
    METHOD_NOT_ALLOWED,
    /** None of the media types in {@code Accept} can be given. */
    NOT_ACCEPTABLE,
    /** The user was brought by a different partner and has no active connection to this one. */
    USER_LINKED_TO_OTHER_PARTNER,
    /** The {@code partner_user_id} belongs to another user of the partner, or the user has another one. */
    PARTNER_USER_ID_IN_USE,
    /** A call with the same {@code Idempotency-Key} is being worked on. */
    REQUEST_IN_PROGRESS,
    /** The {@code Idempotency-Key} was used for another request. */
    IDEMPOTENCY_KEY_REUSED,
    /** The exchange refuses the source's key: it needs another one before it can be refreshed. */
    SOURCE_NEEDS_KEY,
    /** The source's history was uploaded: there is no exchange to refresh it from and no key to replace. */
    SOURCE_WAS_UPLOADED,
    /** The body is larger than 256 KiB. */
    PAYLOAD_TOO_LARGE,
    /** The body's {@code Content-Type} is not {@code application/json}. */
    UNSUPPORTED_MEDIA_TYPE,
    /** Too many calls; {@code Retry-After} tells when to go on. */
    RATE_LIMITED,
    /** A fault of ours: carried out as a whole or not at all; sending it again is safe. */
    INTERNAL_ERROR,
    /** The server is starting or stopping; nothing was changed. */
    SERVICE_UNAVAILABLE
}
