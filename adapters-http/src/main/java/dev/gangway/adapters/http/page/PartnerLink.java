package dev.gangway.adapters.http.page;

import java.util.Locale;

/**
 * The one kind of link that leaves Gangway: the way back to a partner, as its enrolment names it.
 *
 * @param name the partner's name
 * @param url an absolute http or https URL
 */
public record PartnerLink(String name, String url) {

    public PartnerLink {
        String scheme = url.toLowerCase(Locale.ROOT);
        // Escaping does not disarm javascript: in an href, so no other scheme gets as far as a template.
        if (!scheme.startsWith("https://") && !scheme.startsWith("http://")) {
            throw new IllegalArgumentException("a way back must be an http or https URL");
        }
    }
}
