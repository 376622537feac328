package dev.gangway.domain.ledger;

import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;

/** An asset's code as Gangway writes it, such as {@code BTC} or {@code ZAR}: at most 64 characters, no blanks. */
public record AssetCode(String value) {
    /** Checks the form. */
    public AssetCode {
        Text.required("asset", value, 64);
        if (value.codePoints().anyMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c))) {
            throw new InvalidValue("asset", FieldError.INVALID_FORMAT, "must not contain blanks");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
