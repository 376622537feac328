package dev.gangway.domain.discount;

/** Why a discount was not applied; the {@code discount_error_code} of an answer that otherwise succeeded. */
public enum DiscountRefusal {
    /** Unknown, or another partner's: which of them is not told. */
    INVALID_DISCOUNT_CODE("The discount code is not one of yours."),
    /** Its time is over. */
    DISCOUNT_EXPIRED("The discount code has expired."),
    /** As many users as it was made for have it. */
    DISCOUNT_EXHAUSTED("The discount code has been used as often as it may be."),
    /** The user has a discount already; one each. */
    DISCOUNT_ALREADY_USED("The user already has a discount.");

    private final String message;

    DiscountRefusal(String message) {
        this.message = message;
    }

    /** The {@code discount_message} of the answer. */
    public String message() {
        return message;
    }
}
