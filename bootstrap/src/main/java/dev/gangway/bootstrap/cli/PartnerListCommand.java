package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;

/** {@code gangway partner list}. */
@Command(name = "list", description = "List the partners.")
final class PartnerListCommand extends DatabaseCommand {
    PartnerListCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        List<Partner> partners = workbench.partners().all();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("PARTNER_SOURCE", "NAME", "EXCHANGES", "ID"));
        for (Partner partner : partners) {
            rows.add(List.of(
                    partner.partnerSource(),
                    partner.name(),
                    String.join(",", Described.exchanges(partner)),
                    partner.id().toString()));
        }
        return new Answer(
                Map.of("partners", partners.stream().map(Described::partner).toList()),
                partners.isEmpty() ? List.of("No partner is enrolled yet.") : Described.table(rows));
    }
}
