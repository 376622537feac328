package dev.gangway.application.auth.port;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Digest;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Finds the credential behind what a call presents. */
public interface CredentialLookup {
    /** The bearer credential with this token hash and its partner, active or not; null if there is none. */
    @Nullable
    Found byTokenHash(Digest tokenHash);

    /**
     * The credential with this id and its partner, active or not; null if there is none.
     *
     * @param id compared byte for byte
     */
    @Nullable
    Found byId(CredentialId id);

    /** A credential, with what its calls are verified, and whose it is. */
    record Found(PartnerCredential credential, CredentialMaterial material, Partner partner) {
        /**
         * Why a call may not use the credential at {@code now}, though it has proved to hold it: in the few words that our
         * logs are told. Null if it may.
         */
        public @Nullable String fault(ApiCall call, Instant now) {
            if (!credential.isActive(now)) {
                return "expired or revoked credential";
            }
            return credential.limits().allows(call.address())
                    ? null
                    : "credential used from an address that it does not allow";
        }
    }
}
