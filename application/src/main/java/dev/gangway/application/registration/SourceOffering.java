package dev.gangway.application.registration;

import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Set;

/** Seals and fingerprints what partners send. */
final class SourceOffering {
    private final CredentialVault vault;
    private final Fingerprints fingerprints;
    private final Ids ids;

    SourceOffering(CredentialVault vault, Fingerprints fingerprints, Ids ids) {
        this.vault = vault;
        this.fingerprints = fingerprints;
        this.ids = ids;
    }

    /**
     * The credentials as sources of {@code owner}, to be compared with what it has.
     *
     * @param ringKeys what its sources' fingerprints name; none for a new user
     */
    List<OfferedSource> of(UserId owner, List<RegistrationRequest.Submitted> submitted, Set<String> ringKeys) {
        Fingerprints.Fingerprinting fingerprinting = fingerprints.beside(ringKeys);
        return submitted.stream()
                .map(item -> new OfferedSource(
                        ids.sourceId(),
                        item.exchange(),
                        fingerprinting.of(item.exchange(), item.credentials()),
                        vault.seal(ids.credentialsId(), owner, item.credentials())))
                .toList();
    }
}
