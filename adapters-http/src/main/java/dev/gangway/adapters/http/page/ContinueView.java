package dev.gangway.adapters.http.page;

/**
 * The page between a sign-in link and its use: one button, so that scanners and previews do not use the link up.
 *
 * @param action the path of the link itself, which the button posts to
 * @param formToken the token that the form must send back
 * @param partner the name of the partner that made the link
 */
public record ContinueView(String action, String formToken, String partner) {

    /** The letter on the partner's tile. */
    public String monogram() {
        return Words.monogram(partner);
    }
}
