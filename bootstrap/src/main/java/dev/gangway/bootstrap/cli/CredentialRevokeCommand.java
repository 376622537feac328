package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code gangway partner credential revoke}. */
@Command(name = "revoke", description = "Revoke a credential for good; holds everywhere within a second.")
final class CredentialRevokeCommand extends DatabaseCommand {
    private final Clock clock;

    @Mixin
    private final CredentialChoice choice = new CredentialChoice();

    CredentialRevokeCommand(Terminal terminal, Backstage backstage, Clock clock) {
        super(terminal, backstage, Purpose.TOOL);
        this.clock = clock;
    }

    @Override
    Answer run(Workbench workbench) {
        CredentialChoice.Chosen chosen = choice.choose(workbench, clock);
        String id = chosen.credential().id().value();
        var command = new RevokeCredential.Command(chosen.credential().id(), origin("partner credential revoke"));
        return switch (workbench.revokeCredential().execute(command)) {
            case RevokeCredential.Outcome.Revoked revoked -> answer(chosen, false, "Revoked " + id + ".");
            case RevokeCredential.Outcome.AlreadyRevoked before ->
                answer(chosen, true, "The credential " + id + " was revoked before.");
            case RevokeCredential.Outcome.NoSuchCredential none -> throw Sentences.noSuchCredential(id);
        };
    }

    private static Answer answer(CredentialChoice.Chosen chosen, boolean before, String line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("credential_id", chosen.credential().id().value());
        data.put("partner_source", chosen.partner().partnerSource());
        data.put("revoked", true);
        data.put("already_revoked", before);
        return new Answer(data, List.of(line));
    }
}
