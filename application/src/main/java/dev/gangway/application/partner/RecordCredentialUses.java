package dev.gangway.application.partner;

import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.domain.apikey.CredentialId;
import java.time.Instant;
import java.util.Map;

/** Writes down when credentials were used, all in one batch. */
public final class RecordCredentialUses {
    private final CredentialUses uses;
    private final PartnerCredentials credentials;

    /** Writes {@code uses} to {@code credentials}. */
    public RecordCredentialUses(CredentialUses uses, PartnerCredentials credentials) {
        this.uses = uses;
        this.credentials = credentials;
    }

    /** Nothing to say. */
    public record Command() {}

    /** What became of it. */
    public sealed interface Outcome {
        /** Written, for that many credentials. */
        record Recorded(int credentials) implements Outcome {}
    }

    /** Writes them; what cannot be written now is tried again the next time. */
    public Outcome execute(Command command) {
        Map<CredentialId, Instant> taken = uses.take();
        if (taken.isEmpty()) {
            return new Outcome.Recorded(0);
        }
        boolean written = false;
        try {
            credentials.used(taken);
            written = true;
        } finally {
            if (!written) {
                uses.putBack(taken);
            }
        }
        return new Outcome.Recorded(taken.size());
    }
}
