package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** Names a credential: by its id, by its partner and its id, or by a partner that has only one active. */
final class CredentialChoice {
    @Parameters(
            index = "0",
            paramLabel = "PARTNER|CREDENTIAL_ID",
            description = "The partner, or the credential itself.")
    private String first = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CREDENTIAL_ID",
            description = "The credential; needless where the partner has exactly one active.")
    private @Nullable String second;

    /** A credential and whose it is. */
    record Chosen(Partner partner, PartnerCredential credential) {}

    Chosen choose(Workbench workbench, Clock clock) {
        if (first.startsWith(CredentialId.PREFIX)) {
            if (second != null) {
                throw new Refusal("Name a partner and its credential, or one credential alone.");
            }
            PartnerCredential credential = find(workbench, first);
            Partner partner = workbench.partners().find(credential.partnerId());
            return new Chosen(Objects.requireNonNull(partner, "a credential has a partner"), credential);
        }
        Partner partner = workbench.partner(first);
        if (second != null) {
            PartnerCredential credential = find(workbench, second);
            if (!credential.partnerId().equals(partner.id())) {
                throw new Refusal(partner.partnerSource() + " has no credential " + credential.id()
                        + ": it is another partner's.");
            }
            return new Chosen(partner, credential);
        }
        Instant now = clock.instant();
        List<PartnerCredential> active = workbench.credentials().of(partner.id()).stream()
                .filter(credential -> credential.isActive(now))
                .toList();
        if (active.size() != 1) {
            throw new Refusal(partner.partnerSource() + " has " + (active.isEmpty() ? "no" : active.size())
                    + " active credentials"
                    + (active.isEmpty()
                            ? "."
                            : ": name the one you mean, as 'gangway partner credential list' shows it."));
        }
        return new Chosen(partner, active.get(0));
    }

    private static PartnerCredential find(Workbench workbench, String id) {
        PartnerCredential credential;
        try {
            credential = workbench.credentials().find(new CredentialId(id));
        } catch (InvalidValue malformed) {
            throw Sentences.noSuchCredential(id);
        }
        if (credential == null) {
            throw Sentences.noSuchCredential(id);
        }
        return credential;
    }
}
