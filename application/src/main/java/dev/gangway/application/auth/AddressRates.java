package dev.gangway.application.auth;

import dev.gangway.domain.partner.CallRate;

/**
 * How often one address may ask in any 60 seconds, whoever asks from there.
 *
 * @param anonymous calls of the partner API without a credential
 * @param failed calls of the partner API whose credential is none; after so many no other is verified
 * @param pages pages and redirect links
 */
public record AddressRates(CallRate anonymous, CallRate failed, CallRate pages) {
    /** A misconfigured client may try, people behind one address do not notice. */
    public static final AddressRates DEFAULT =
            new AddressRates(new CallRate(60), new CallRate(600), new CallRate(6000));

    /** No limits. */
    public static final AddressRates UNLIMITED =
            new AddressRates(CallRate.UNLIMITED, CallRate.UNLIMITED, CallRate.UNLIMITED);
}
