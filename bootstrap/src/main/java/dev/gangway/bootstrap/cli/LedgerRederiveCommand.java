package dev.gangway.bootstrap.cli;

import dev.gangway.application.source.RederiveLedger;
import dev.gangway.application.source.RederiveLedger.OfExchange;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ExchangeName;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code gangway ledger rederive}. */
@Command(
        name = "rederive",
        description = {
            "Derive transactions anew that an older version of Gangway has stored, from the records as the exchanges sent"
                    + " them.",
            "Calls no exchange and opens no credentials. Servers may run; a run that was cut off is begun again."
        })
final class LedgerRederiveCommand extends DatabaseCommand {
    @Option(
            names = "--exchange",
            paramLabel = "NAME",
            description = "Of this exchange alone, in any case (default: of all).")
    private @Nullable String exchange;

    LedgerRederiveCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        return switch (workbench
                .rederiveLedger()
                .execute(new RederiveLedger.Command(name(), origin("ledger rederive")))) {
            case RederiveLedger.Outcome.Derived derived ->
                new Answer(
                        Map.of(
                                "exchanges",
                                derived.exchanges().stream()
                                        .map(LedgerRederiveCommand::data)
                                        .toList()),
                        derived.exchanges().stream()
                                .map(LedgerRederiveCommand::line)
                                .toList());
            case RederiveLedger.Outcome.NoConnector none ->
                throw noSuchExchange(none.exchange().value());
        };
    }

    private @Nullable ExchangeName name() {
        String given = exchange;
        try {
            return given == null ? null : new ExchangeName(given);
        } catch (InvalidValue malformed) {
            throw noSuchExchange(given);
        }
    }

    private static Refusal noSuchExchange(String name) {
        return new Refusal("There is no exchange '" + Visible.of(name) + "' whose records Gangway reads.");
    }

    private static Map<String, Object> data(OfExchange one) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("exchange", one.exchange().value());
        data.put("mapper_version", one.version());
        data.put("derived", one.derived());
        data.put("changed", one.changed());
        data.put("left", one.left());
        return data;
    }

    private static String line(OfExchange one) {
        return one.exchange() + ": " + one.derived() + " transactions derived anew by version " + one.version() + ", "
                + one.changed() + " of them changed, " + one.left() + " left as they are";
    }
}
