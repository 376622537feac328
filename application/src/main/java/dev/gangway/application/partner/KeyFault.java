package dev.gangway.application.partner;

/** Why a credential cannot be made with the key that was, or was not, brought along. */
public sealed interface KeyFault {
    /** Credentials of this type need one. */
    record Missing() implements KeyFault {}

    /** Credentials of this type have no such key. */
    record Unwanted() implements KeyFault {}

    /**
     * It cannot be used.
     *
     * @param explanation the rest of a sentence about it
     */
    record Invalid(String explanation) implements KeyFault {}
}
