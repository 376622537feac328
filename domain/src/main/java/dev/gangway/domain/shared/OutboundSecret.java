package dev.gangway.domain.shared;

/**
 * A secret that Gangway made, on its one way out to whoever is to have it: a redirect URL in an answer, a session's id
 * in a cookie, a token on the terminal. Prints as {@code [secret]}.
 */
public record OutboundSecret(String value) {
    @Override
    public String toString() {
        return "[secret]";
    }
}
