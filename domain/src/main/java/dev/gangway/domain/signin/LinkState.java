package dev.gangway.domain.signin;

/** Whether a redirect link can still be used, and if not, why. */
public enum LinkState {
    /** It can. */
    LIVE,
    /** It has signed somebody in. */
    USED,
    /** It was revoked. */
    REVOKED,
    /** A newer link of the same user and partner took its place. */
    SUPERSEDED,
    /** Its time is over. */
    EXPIRED,
    /** Not ours, or altered, or nobody knows it: these look alike. */
    FORGED
}
