package dev.gangway.bootstrap.demo.sixpence.site;

import java.net.URI;
import java.util.function.Supplier;

/**
 * What a partner got when it was enrolled.
 *
 * @param gangwayBaseUrl where Gangway is, without a trailing slash
 * @param partnerSource the identifier that was issued
 * @param token gives the bearer token of the moment; asked for every call, so that it can be rotated
 */
public record PartnerAccess(URI gangwayBaseUrl, String partnerSource, Supplier<String> token) {

    URI registerUrl() {
        return URI.create(gangwayBaseUrl.toString().replaceAll("/+$", "") + "/api/v1/partner/register");
    }

    /** Without the supplier, whatever that may say about itself. */
    @Override
    public String toString() {
        return "PartnerAccess[" + gangwayBaseUrl + ", " + partnerSource + "]";
    }
}
