package dev.gangway.domain.partner;

import java.util.UUID;

/** A partner's identity, which never changes. */
public record PartnerId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
