package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * A sign-in link that no longer opens, or never did.
 *
 * @param reason why
 * @param back where a fresh link can be had, if the link's partner is known and says so
 */
public record DeadLinkView(Reason reason, @Nullable PartnerLink back) {

    /** Why a link does not open. Forged and unknown links are told apart by nobody. */
    public enum Reason {
        /** It has signed somebody in already. */
        USED(
                "This link has been used",
                "A sign-in link works once, and this one already has. If that was not you, tell the company that gave"
                        + " it to you."),
        /** Its time is over. */
        EXPIRED("This link has expired", "A sign-in link works for a limited time, and this one’s is over."),
        /** The partner asked for a newer one. */
        SUPERSEDED(
                "A newer link has replaced this one",
                "Only the latest sign-in link works. Use the newest one you have, or get a fresh one."),
        /** It was withdrawn. */
        REVOKED("This link was withdrawn", "It was taken back before it was used, and nobody can sign in with it."),
        /** It is not one of ours, or not unchanged. */
        FORGED(
                "This link is not valid",
                "The address is incomplete or was changed on the way. Open the link again from where you found it,"
                        + " or get a fresh one.");

        private final String title;
        private final String detail;

        Reason(String title, String detail) {
            this.title = title;
            this.detail = detail;
        }

        /** What happened, as a heading. */
        public String title() {
            return title;
        }

        /** What it means for the reader. */
        public String detail() {
            return detail;
        }
    }
}
