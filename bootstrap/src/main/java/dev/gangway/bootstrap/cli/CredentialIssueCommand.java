package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.shared.Text;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code gangway partner credential issue PARTNER}. */
@Command(
        name = "issue",
        description = {
            "Issue a credential; its secret is printed once, and nobody can read it again.",
            "client-secret and signing-key are sealed, which needs the master key."
        })
final class CredentialIssueCommand extends DatabaseCommand {
    private final Clock clock;

    @Parameters(paramLabel = "PARTNER", description = "Slug, partner_source in any case, or id.")
    private String reference = "";

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            required = true,
            description = "What to issue: bearer, client-secret, signing-key, public-key or jwks.")
    private String type = "";

    @Option(names = "--label", paramLabel = "LABEL", description = "What people call it, at most 100 characters.")
    private @Nullable String label;

    @Mixin
    private final LimitChoice limits = new LimitChoice();

    @Mixin
    private final KeyChoice key = new KeyChoice();

    CredentialIssueCommand(Terminal terminal, Backstage backstage, Clock clock) {
        super(terminal, backstage, Purpose.TOOL);
        this.clock = clock;
    }

    @Override
    Answer run(Workbench workbench) {
        IssueCredential.Command command = new IssueCredential.Command(
                new PartnerReference(reference),
                type(),
                limits.scopes(),
                limits.limits(),
                limits.expiresAt(clock.instant()),
                label(),
                key.read(terminal()),
                origin("partner credential issue"));
        return switch (workbench.issueCredential().execute(command)) {
            case IssueCredential.Outcome.Issued issued ->
                new NewCredential(issued.partner(), issued.credential(), issued.secret()).answer(Map.of(), List.of());
            case IssueCredential.Outcome.NoSuchPartner none -> throw Sentences.noSuchPartner(reference);
            case IssueCredential.Outcome.ExpiredAlready over ->
                throw new Refusal("The credential would have expired already: --expires must lie in the future.");
            case IssueCredential.Outcome.KeyRefused refused -> throw KeyChoice.refusal(command.type(), refused.fault());
        };
    }

    private CredentialType type() {
        CredentialType named = CredentialType.named(type);
        if (named == null) {
            List<String> known = Arrays.stream(CredentialType.values())
                    .map(CredentialType::apiName)
                    .toList();
            throw new Refusal("There is no credential of type '" + Visible.of(type) + "'"
                    + LimitChoice.hint(type, known) + " The types are " + String.join(", ", known) + ".");
        }
        return named;
    }

    private @Nullable String label() {
        try {
            return Text.optional("label", label, 100);
        } catch (InvalidValue invalid) {
            throw new Refusal("The label " + invalid.explanation() + ".");
        }
    }
}
