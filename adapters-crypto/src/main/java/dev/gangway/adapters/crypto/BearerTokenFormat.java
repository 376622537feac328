package dev.gangway.adapters.crypto;

import dev.gangway.application.shared.port.RandomTokens.Form;
import dev.gangway.domain.shared.Secret;
import java.security.SecureRandom;

/**
 * The form of partner bearer tokens: {@code gw_<environment>_}, 43 letters and digits that hold 256 random bits, and the
 * CRC-32 of everything before it in base 62, 6 letters or digits. Secret scanners know it by its start, a double
 * click selects it whole, and a mistyped one is told from a revoked one without a database.
 */
final class BearerTokenFormat {
    private static final String PREFIX = "gw_";
    private static final int RANDOM = 43;

    private final String start;

    BearerTokenFormat(String environment) {
        if (environment.isEmpty() || !environment.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
            throw new IllegalArgumentException("An environment is named by lower-case letters");
        }
        this.start = PREFIX + environment + "_";
    }

    /** The form of {@code token}. */
    Form of(Secret token) {
        String text = token.reveal();
        if (!text.startsWith(PREFIX)) {
            return Form.FOREIGN;
        }
        if (!text.startsWith(start)) {
            return text.indexOf('_', PREFIX.length()) > PREFIX.length() ? Form.OTHER_ENVIRONMENT : Form.FOREIGN;
        }
        int end = text.length() - Base62.CHECKSUM_LENGTH;
        boolean intact = text.length() == start.length() + RANDOM + Base62.CHECKSUM_LENGTH
                && text.chars().skip(start.length()).allMatch(Base62::isDigit)
                && Base62.checksum(text.substring(0, end)).equals(text.substring(end));
        return intact ? Form.INTACT : Form.MISTYPED;
    }

    String make(SecureRandom random) {
        String body = start + Base62.random(random, RANDOM);
        return body + Base62.checksum(body);
    }
}
