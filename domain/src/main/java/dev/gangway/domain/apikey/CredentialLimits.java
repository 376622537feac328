package dev.gangway.domain.apikey;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.NetworkAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What narrows a credential beside its scopes.
 *
 * @param addresses from where it may be used (seed 004, "IP Allowlist"); empty for anywhere; at most 100
 * @param rate how many calls a minute; null for what its type and its partner have
 */
public record CredentialLimits(
        List<AddressRange> addresses, @Nullable CallRate rate) {
    /** The most ranges that one credential has. */
    public static final int MAX_ADDRESSES = 100;

    /** Nothing narrows it. */
    public static final CredentialLimits NONE = new CredentialLimits(List.of(), null);

    /** Checks and copies. */
    public CredentialLimits {
        addresses = List.copyOf(addresses);
        if (addresses.size() > MAX_ADDRESSES) {
            throw new InvalidValue("allow_ip", FieldError.TOO_LONG, "must hold at most 100 addresses or blocks");
        }
    }

    /** Whether it may be used from {@code address}; one that nobody can read is no allowed one. */
    public boolean allows(String address) {
        if (addresses.isEmpty()) {
            return true;
        }
        NetworkAddress from = NetworkAddress.parse(address);
        return from != null && addresses.stream().anyMatch(range -> range.contains(from));
    }
}
