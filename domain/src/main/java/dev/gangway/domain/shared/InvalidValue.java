package dev.gangway.domain.shared;

/**
 * A value that may not exist: thrown by the constructors of domain values, so that whoever holds one need not check.
 *
 * <p>The message is for the caller and never repeats the value, which may be a credential.
 */
public final class InvalidValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String field;
    private final FieldError code;
    private final String explanation;

    /**
     * @param field the field's JSON path, such as {@code api_credentials[0].api_key}
     * @param code what is wrong
     * @param explanation one plain sentence without the value
     */
    public InvalidValue(String field, FieldError code, String explanation) {
        super(field + ": " + explanation, null, false, false);
        this.field = field;
        this.code = code;
        this.explanation = explanation;
    }

    /** The field's JSON path. */
    public String field() {
        return field;
    }

    /** What is wrong. */
    public FieldError code() {
        return code;
    }

    /** One plain sentence for the caller; never holds the value. */
    public String explanation() {
        return explanation;
    }
}
