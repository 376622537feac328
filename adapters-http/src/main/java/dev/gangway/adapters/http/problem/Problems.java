package dev.gangway.adapters.http.problem;

import dev.gangway.domain.shared.ErrorCode;

/** Every error code's status, title and usual words: a new code does not compile until it is placed here. */
public final class Problems {
    private Problems() {}

    /** Where a code is placed. */
    public record Placed(int status, String title, String detail) {}

    /** Places a code. */
    public static Placed place(ErrorCode code) {
        return switch (code) {
            case MALFORMED_REQUEST ->
                new Placed(400, "The request is malformed", "The request could not be read as what it should be.");
            case VALIDATION_FAILED ->
                new Placed(400, "Some fields are not valid", "Correct the fields listed in errors and send it again.");
            case UNAUTHORIZED ->
                new Placed(
                        401,
                        "Not authenticated",
                        "Send one credential in the form of its scheme, such as \"Authorization: Bearer <token>\".");
            case INVALID_TOKEN ->
                new Placed(
                        401,
                        "The credential is not valid",
                        "It is unknown, wrongly made, expired or revoked, or may not be used from your address. Check what you"
                                + " send, or use a current one.");
            case TOKEN_EXPIRED ->
                new Placed(
                        401,
                        "The token has expired",
                        "Sign a new one with the current time; if it is new, set your clock.");
            case INSUFFICIENT_SCOPE ->
                new Placed(403, "The credential may not do this", "Use a credential that has the scope of this route.");
            case PARTNER_MISMATCH ->
                new Placed(
                        403,
                        "partner_source is not yours",
                        "Send the partner_source that you were issued, with your own credential.");
            case INVALID_FORM_TOKEN ->
                new Placed(
                        403,
                        "The form is not from our page",
                        "Nothing was changed. Open the page again and use its button.");
            case NOT_FOUND -> new Placed(404, "Nothing is here", "There is nothing at this address.");
            case USER_NOT_FOUND ->
                new Placed(
                        404,
                        "No such user of yours",
                        "No user with this user_id, address or partner_user_id has an active connection to you. Send"
                                + " that of a user that you registered; a user may also have ended the connection.");
            case SOURCE_NOT_FOUND ->
                new Placed(
                        404,
                        "No such source of yours",
                        "You have sent no source with this id for this user. GET .../sources lists those that are"
                                + " there; one whose account turned out to be another source's is part of that one.");
            case LINK_NOT_FOUND ->
                new Placed(
                        404,
                        "No such link of yours",
                        "You have no link with this link_id. Send the link_id of an answer to you; with the user's"
                                + " connection its links end too.");
            case METHOD_NOT_ALLOWED ->
                new Placed(405, "The method is not allowed", "Use one of the methods in the Allow header.");
            case NOT_ACCEPTABLE ->
                new Placed(406, "No acceptable media type", "Accept the media type that this address answers with.");
            case USER_LINKED_TO_OTHER_PARTNER ->
                new Placed(
                        409,
                        "The user is linked to another partner",
                        "A different partner brought this user, or your connection to the user has ended; the user has"
                                + " not let you in yet, and nothing was changed. Ask the user to sign in through the"
                                + " partner that brought them, or write to the operator, quoting request_id: once the user"
                                + " has approved you, this call answers 200.");
            case PARTNER_USER_ID_IN_USE ->
                new Placed(
                        409,
                        "The partner_user_id is in use",
                        "It belongs to another of your users, or this user has another one; nothing was changed. Send"
                                + " the id that this user has, or leave it out.");
            case REQUEST_IN_PROGRESS ->
                new Placed(
                        409,
                        "The call is being worked on",
                        "Another call with this Idempotency-Key is not over yet; this one changed nothing. Send it again"
                                + " after the seconds in Retry-After.");
            case IDEMPOTENCY_KEY_REUSED ->
                new Placed(
                        422,
                        "The Idempotency-Key was used before",
                        "Another request was made with this key; this one changed nothing. Repeat the same bytes, or take"
                                + " a new key for what is new.");
            case SOURCE_NEEDS_KEY ->
                new Placed(
                        409,
                        "The source needs a new key",
                        "The exchange refuses the key that is here. Replace it, and the source is read at once.");
            case SOURCE_WAS_UPLOADED ->
                new Placed(
                        409,
                        "The source was uploaded",
                        "Its history came from a file; there is no exchange to ask. Upload a newer file instead.");
            case PAYLOAD_TOO_LARGE -> new Placed(413, "The body is too large", "The body may have at most 256 KiB.");
            case UNSUPPORTED_MEDIA_TYPE ->
                new Placed(
                        415,
                        "The media type is not supported",
                        "Send the body as application/json in UTF-8, with one Content-Type and no Content-Encoding.");
            case RATE_LIMITED -> new Placed(429, "Too many requests", "Go on after the seconds in Retry-After.");
            case INTERNAL_ERROR ->
                new Placed(
                        500,
                        "Something went wrong on our side",
                        "Sending the request again is safe. Try in a moment; if it stays, write to the operator,"
                                + " quoting request_id.");
            case SERVICE_UNAVAILABLE ->
                new Placed(
                        503,
                        "Not available right now",
                        "The service is starting, stopping or waiting for a part of itself. Try again in a moment.");
        };
    }
}
