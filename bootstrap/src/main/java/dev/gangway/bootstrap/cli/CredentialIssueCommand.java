package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.IssuePartnerToken;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gangway partner credential issue PARTNER}. */
@Command(name = "issue", description = "Issue a credential; its secret is printed once and kept nowhere.")
final class CredentialIssueCommand extends DatabaseCommand {
    @Parameters(paramLabel = "PARTNER", description = "Slug, partner_source in any case, or id.")
    private String reference = "";

    @Option(names = "--type", paramLabel = "TYPE", required = true, description = "What to issue: bearer.")
    private String type = "";

    @Option(names = "--label", paramLabel = "LABEL", description = "What people call it, at most 100 characters.")
    private @Nullable String label;

    CredentialIssueCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        if (!type.equals(CredentialType.BEARER.apiName())) {
            throw new Refusal("There is no credential of type '" + Visible.of(type) + "': the types are bearer.");
        }
        try {
            Text.optional("label", label, 100);
        } catch (InvalidValue invalid) {
            throw new Refusal("The label " + invalid.explanation() + ".");
        }
        IssuePartnerToken.Command command = new IssuePartnerToken.Command(
                new PartnerReference(reference), label, origin("partner credential issue"));
        return switch (workbench.issuePartnerToken().execute(command)) {
            case IssuePartnerToken.Outcome.Issued issued ->
                answer(issued.partner(), issued.credential(), issued.token(), Map.of(), List.of());
            case IssuePartnerToken.Outcome.NoSuchPartner none -> throw Sentences.noSuchPartner(reference);
        };
    }

    /** A credential whose secret is shown this once. */
    static Answer answer(
            Partner partner,
            PartnerCredential credential,
            OutboundSecret token,
            Map<String, @Nullable Object> moreData,
            List<String> moreLines) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("credential_id", credential.id().value());
        data.put("partner_source", partner.partnerSource());
        data.put("type", credential.type().apiName());
        data.put("label", credential.label());
        data.put("scopes", Described.scopes(credential));
        data.put("expires_at", Described.time(credential.expiresAt()));
        data.put("token", token.value());
        data.putAll(moreData);
        List<String> lines = new ArrayList<>(List.of(
                "Credential " + credential.id() + " of " + partner.partnerSource() + ". Its token is shown this once:",
                token.value()));
        lines.addAll(moreLines);
        return new Answer(data, lines);
    }
}
