package dev.gangway.application.auth.port;

import dev.gangway.domain.partner.WebAddress;

/**
 * Fetches the documents in which partners publish their keys. Over https alone, without following redirects, and only from
 * addresses of the public internet: the address that is checked is the one that is connected to.
 */
@FunctionalInterface
public interface KeySetDocuments {
    /** The most bytes of a document. */
    int MAX_BYTES = 256 * 1024;

    /** Fetches one, within seconds. */
    Fetched fetch(WebAddress address);

    /** What came of it. */
    sealed interface Fetched {
        /** All of it. */
        @SuppressWarnings("ArrayRecordComponent") // read once and never compared
        record Document(byte[] bytes) implements Fetched {}

        /**
         * Nobody was asked: the address is none that may be.
         *
         * @param why as the end of a sentence about the address
         */
        record Forbidden(String why) implements Fetched {}

        /**
         * There was no answer, or one that is no document.
         *
         * @param why as the end of a sentence about the address
         */
        record Failed(String why) implements Fetched {}
    }
}
