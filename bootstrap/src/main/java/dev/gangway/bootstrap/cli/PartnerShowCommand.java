package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.partner.Partner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gangway partner show PARTNER}. */
@Command(name = "show", description = "Show what a partner is enrolled as.")
final class PartnerShowCommand extends DatabaseCommand {
    @Parameters(paramLabel = "PARTNER", description = "Slug, partner_source in any case, or id.")
    private String reference = "";

    PartnerShowCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        Partner partner = workbench.partner(reference);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("id", partner.id().toString()));
        rows.add(List.of("slug", partner.slug().value()));
        rows.add(List.of("partner_source", partner.partnerSource()));
        rows.add(List.of("name", partner.name()));
        rows.add(List.of("realm", partner.realm().value()));
        rows.add(List.of("exchanges", String.join(", ", Described.exchanges(partner))));
        for (Discount discount : partner.discounts()) {
            rows.add(List.of("discount", discountLine(partner, discount)));
        }
        rows.add(List.of("link_lifetime", Durations.print(partner.linkLifetime().value())));
        rows.add(List.of(
                "return_url",
                partner.returnUrl() == null ? "none" : partner.returnUrl().value()));
        rows.add(List.of(
                "refresh_url",
                partner.refreshUrl() == null ? "none" : partner.refreshUrl().value()));
        rows.add(List.of("rate", partner.rate().isUnlimited() ? "unlimited" : partner.rate() + " calls a minute"));
        rows.add(List.of(
                "token_lifetime", Durations.print(partner.tokenLifetime().value())));
        return new Answer(Described.partner(partner), Described.table(rows));
    }

    private static String discountLine(Partner partner, Discount discount) {
        return discount.code()
                + (discount.code().equals(partner.defaultDiscount()) ? " (default)" : "")
                + (discount.cap() == null ? "" : ", for " + discount.cap() + " users")
                + (discount.expiresAt() == null ? "" : ", until " + Described.time(discount.expiresAt()));
    }
}
