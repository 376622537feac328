package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * What surrounds a page: who is signed in, if anybody, and the form token of that session's Sign out form.
 *
 * @param signedInAs the e-mail address shown in the header, or null when nobody is signed in
 * @param formToken the token that the session's forms must send back; present exactly when somebody is signed in
 */
public record PageFrame(
        @Nullable String signedInAs, @Nullable String formToken) {

    private static final PageFrame ANONYMOUS = new PageFrame(null, null);

    public PageFrame {
        if ((signedInAs == null) != (formToken == null)) {
            throw new IllegalArgumentException("a signed-in header needs an address and a form token, or neither");
        }
    }

    /** The frame of a page that belongs to nobody. */
    public static PageFrame anonymous() {
        return ANONYMOUS;
    }

    /** The frame of a page seen by a signed-in user. */
    public static PageFrame signedIn(String email, String formToken) {
        return new PageFrame(email, formToken);
    }
}
