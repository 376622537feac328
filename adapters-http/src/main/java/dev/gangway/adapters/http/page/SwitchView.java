package dev.gangway.adapters.http.page;

/**
 * Somebody else is signed in on this browser; the link waits untouched until they decide. The form
 * token of "Continue as the other person" names the person who is signed in and holds for no other form.
 *
 * @param action the path of the link itself, which "Continue as the other person" posts to
 * @param formToken the token that the form must send back
 * @param signedInAs the address of the person who is signed in now, who is looking at the page; the other person's
 *     address has no place here
 * @param partner the name of the partner that made the link
 */
public record SwitchView(String action, String formToken, String signedInAs, String partner) {

    /** The letter on the partner's tile. */
    public String monogram() {
        return Words.monogram(partner);
    }
}
