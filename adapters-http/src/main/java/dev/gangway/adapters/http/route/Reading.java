package dev.gangway.adapters.http.route;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.application.idempotency.AnswerOnce.FreshLink;
import dev.gangway.domain.user.UserId;
import java.util.function.Supplier;

/** What a route makes of the body of a call, before anything is done. */
public sealed interface Reading {
    /** It is not valid. */
    record Refused(Problem problem) implements Reading {}

    /**
     * It is, and this does what it asks for.
     *
     * @param work run at most once, in a transaction if the call has a key
     */
    record Ready(Supplier<Result> work) implements Reading {}

    /** What doing it came to. */
    sealed interface Result {
        /** Nothing was changed. */
        record Refused(Problem problem) implements Result {}

        /**
         * It is done.
         *
         * @param status the HTTP status
         * @param document a JSON object without any secret: it is stored as it is, for repetitions
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
        record Answered(int status, byte[] document) implements Result {}

        /**
         * It is done, and a link goes with it: if it is {@code named}, its {@code link_id}, then {@code redirect_url} and
         * {@code redirect_expires_at} become the last members of the document. A repetition has the document as it was and a
         * link of its own.
         *
         * @param status the HTTP status
         * @param document a JSON object that has members, without the link or any other secret
         * @param user whom the link signs in
         * @param link the link
         * @param named whether the partner is told what the link is called
         */
        @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
        record Linked(int status, byte[] document, UserId user, FreshLink link, boolean named) implements Result {}
    }
}
