package dev.gangway.bootstrap.config;

import dev.gangway.application.auth.AddressRates;
import dev.gangway.domain.shared.AddressRange;
import java.util.List;

/**
 * What guards every request.
 *
 * @param trustedProxies who is believed when it says for whom it asks
 * @param rates how often one address may ask
 */
public record GuardSettings(List<AddressRange> trustedProxies, AddressRates rates) {
    /** Copies. */
    public GuardSettings {
        trustedProxies = List.copyOf(trustedProxies);
    }
}
