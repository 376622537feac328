package dev.gangway.domain.signin;

import dev.gangway.domain.partner.PartnerId;
import org.jspecify.annotations.Nullable;

/**
 * What a live link may do, which depends on who owns the account (contract, "The link's power"). This is the one place
 * that decides it.
 */
public enum LinkPower {
    /** It signs its user in. */
    SIGNS_IN,
    /** It does nothing until the user has proved who they are. */
    CONFIRMS_FIRST;

    /**
     * Decides. An account that this partner created and nobody has claimed is the partner's to open; any other only
     * when the user has let this partner in. Claimed accounts come with accounts.
     *
     * @param issuer the partner that the link was issued to
     * @param attributedTo the partner that created the user, null if none did
     * @param connectionActive whether the user's connection to the issuer is active now
     */
    public static LinkPower decide(PartnerId issuer, @Nullable PartnerId attributedTo, boolean connectionActive) {
        return connectionActive && issuer.equals(attributedTo) ? SIGNS_IN : CONFIRMS_FIRST;
    }
}
