package dev.gangway.domain.shared;

/** What can be wrong with one value; the {@code errors[].code} of a 400 (docs/errors.md). */
public enum FieldError {
    /** Missing, null, empty or all blank where a value is required. */
    REQUIRED,
    /** Of another JSON type than the field has. */
    WRONG_TYPE,
    /** Not in the form that the field has. */
    INVALID_FORMAT,
    /** Fewer characters or items than the field's minimum. */
    TOO_SHORT,
    /** More characters or items than the field's maximum. */
    TOO_LONG,
    /** A control character or a lone surrogate. */
    INVALID_CHARACTER,
    /** Well formed, but not one of the values that this caller may send. */
    NOT_ALLOWED,
    /** A member that the request does not have. */
    UNKNOWN_FIELD,
    /** A member that stands in the same object twice. */
    DUPLICATE_FIELD
}
