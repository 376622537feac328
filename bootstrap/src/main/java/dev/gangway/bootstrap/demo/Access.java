package dev.gangway.bootstrap.demo;

import java.net.URI;

/**
 * All that somebody needs to try the demonstration.
 *
 * @param baseUrl where Gangway is, without a trailing slash
 * @param partnerSource the enrolled partner
 * @param partnerToken its bearer token
 * @param exchangeBaseUrl where SixpenceX is
 * @param apiKey a customer's key at SixpenceX
 * @param apiSecret its secret
 */
public record Access(
        URI baseUrl, String partnerSource, String partnerToken, URI exchangeBaseUrl, String apiKey, String apiSecret) {
    /** Tells where, never with what. */
    @Override
    public String toString() {
        return "Access[" + baseUrl + ", " + partnerSource + "]";
    }
}
