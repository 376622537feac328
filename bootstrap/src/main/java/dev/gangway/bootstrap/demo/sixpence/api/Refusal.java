package dev.gangway.bootstrap.demo.sixpence.api;

import dev.gangway.bootstrap.demo.sixpence.http.Answer;

/** The reasons why the API does not answer, with the status that goes with each. */
enum Refusal {
    INVALID_KEY(401, "This API key is unknown or has been revoked."),
    INVALID_SIGNATURE(401, "The signature does not match the request."),
    TIMESTAMP_OUT_OF_RANGE(401, "The timestamp is more than 30 seconds away from the server's clock."),
    PERMISSION_DENIED(403, "This API key has no read permission."),
    RATE_LIMITED(429, "Too many requests."),
    BAD_REQUEST(400, "The request is malformed."),
    NOT_FOUND(404, "There is nothing here."),
    METHOD_NOT_ALLOWED(405, "This API is read-only: use GET.");

    private final int status;
    private final String message;

    Refusal(int status, String message) {
        this.status = status;
        this.message = message;
    }

    Answer answer() {
        return answer(message);
    }

    Answer answer(String detail) {
        return ApiJson.answer(status, ApiJson.object().put("code", name()).put("message", detail));
    }
}
