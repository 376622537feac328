package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gangway partner credential list PARTNER}. */
@Command(name = "list", description = "List a partner's credentials, those no longer active included.")
final class CredentialListCommand extends DatabaseCommand {
    private final Clock clock;

    @Parameters(paramLabel = "PARTNER", description = "Slug, partner_source in any case, or id.")
    private String reference = "";

    CredentialListCommand(Terminal terminal, Backstage backstage, Clock clock) {
        super(terminal, backstage, Purpose.TOOL);
        this.clock = clock;
    }

    @Override
    Answer run(Workbench workbench) {
        Partner partner = workbench.partner(reference);
        List<PartnerCredential> credentials = workbench.credentials().of(partner.id());
        Map<CredentialId, Instant> uses = workbench.credentials().lastUsed(partner.id());
        Instant now = clock.instant();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "CREDENTIAL", "TYPE", "STATUS", "CREATED", "EXPIRES", "LAST USED", "RATE", "FROM", "SCOPES", "LABEL"));
        for (PartnerCredential credential : credentials) {
            String used = Described.time(uses.get(credential.id()));
            String expires = Described.time(credential.expiresAt());
            rows.add(List.of(
                    credential.id().value(),
                    credential.type().apiName(),
                    Described.status(credential, now),
                    String.valueOf(Described.time(credential.createdAt())),
                    expires == null ? "never" : expires,
                    used == null ? "never" : used,
                    String.valueOf(Described.rate(credential.rate(partner.rate()))),
                    addresses(credential),
                    String.join(",", Described.scopes(credential)),
                    credential.label() == null ? "" : credential.label()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("partner_source", partner.partnerSource());
        data.put(
                "credentials",
                credentials.stream()
                        .map(credential -> Described.credential(partner, credential, uses.get(credential.id()), now))
                        .toList());
        return new Answer(
                data,
                credentials.isEmpty()
                        ? List.of(partner.partnerSource() + " has no credential yet.")
                        : Described.table(rows));
    }

    private static String addresses(PartnerCredential credential) {
        return credential.limits().addresses().isEmpty()
                ? "anywhere"
                : String.join(",", Described.addresses(credential));
    }
}
