package dev.gangway.application.auth;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.shared.NetworkAddress;

/**
 * Whose calls are counted together, and which of them.
 *
 * @param value at most 64 characters
 */
public record CallCounter(String value) {
    /** Every call of a credential that has proved itself. */
    public static CallCounter of(CredentialId credential) {
        return new CallCounter(credential.value());
    }

    /** The calls without a credential from an address. */
    static CallCounter anonymous(String address) {
        return new CallCounter("anonymous " + holder(address));
    }

    /** The calls from an address whose credential was none. */
    static CallCounter failed(String address) {
        return new CallCounter("failed " + holder(address));
    }

    /** The address, or all of those that its holder can choose from; one name for what is no address. */
    static String holder(String address) {
        NetworkAddress from = NetworkAddress.parse(address);
        return from == null ? "unknown" : from.network().toString();
    }
}
