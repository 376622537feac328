package dev.gangway.domain.signin;

/** How a redirect link reaches its user. */
public enum Delivery {
    /** Handed to a partner, which redirects the browser at once. */
    REDIRECT,
    /** Sent by e-mail, where scanners open it like people do: always shows Continue. */
    EMAIL
}
