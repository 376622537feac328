package dev.gangway.bootstrap.cli;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code gangway audit}. */
@Command(
        name = "audit",
        description = {
            "Show the audit log: who did what to whom, and which calls were refused. The newest come last.",
            "Refused calls of one address and reason are one row a minute, which tells the first of them and how many."
        })
final class AuditCommand extends DatabaseCommand {
    private static final int MOST = 100_000;

    private final Clock clock;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "From this time on: how long ago, such as 90m or 7d, or a time such as 2026-11-26T07:00:00Z.")
    private @Nullable Moment since;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Before this time, in the same forms.")
    private @Nullable Moment until;

    @Option(names = "--partner", paramLabel = "PARTNER", description = "Of this partner: slug, partner_source or id.")
    private @Nullable String reference;

    @Option(names = "--action", paramLabel = "ACTION", converter = Action.class, description = "This action alone.")
    private @Nullable AuditAction action;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            converter = Limit.class,
            description = "At most so many, the newest (default: ${DEFAULT-VALUE}).")
    private int limit;

    AuditCommand(Terminal terminal, Backstage backstage, Clock clock) {
        super(terminal, backstage, Purpose.TOOL);
        this.clock = clock;
    }

    @Override
    Answer run(Workbench workbench) {
        Instant now = clock.instant();
        String named = reference;
        Instant from = since == null ? null : since.at(now);
        Instant to = until == null ? null : until.at(now);
        if (from != null && to != null && !from.isBefore(to)) {
            throw new Refusal("--since must be before --until: there is nothing between them.");
        }
        AuditFilter filter = new AuditFilter(
                from, to, named == null ? null : workbench.partner(named).id(), action);
        List<AuditRow> found = workbench.auditTrail().rows(filter, limit + 1);
        boolean more = found.size() > limit;
        List<AuditRow> rows = more ? found.subList(1, found.size()) : found;
        Map<PartnerId, String> sources =
                workbench.partners().all().stream().collect(Collectors.toMap(Partner::id, Partner::partnerSource));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entries", rows.stream().map(row -> data(row, sources)).toList());
        data.put("more", more);
        return new Answer(data, lines(rows, sources, more));
    }

    private static Map<String, @Nullable Object> data(AuditRow row, Map<PartnerId, String> sources) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("at", Described.time(row.at()));
        data.put("action", row.action());
        data.put("partner_source", sourceOf(row, sources));
        data.put("actor", row.origin().actor());
        data.put("scheme", row.origin().scheme());
        data.put("credential_id", row.credential());
        data.put("subject", row.subject());
        data.put("reason", row.reason());
        data.put("count", row.times());
        data.put("address", row.origin().address());
        data.put("request_id", row.origin().requestId());
        return data;
    }

    private static @Nullable String sourceOf(AuditRow row, Map<PartnerId, String> sources) {
        PartnerId partner = row.partner();
        return partner == null ? null : sources.get(partner);
    }

    private static List<String> lines(List<AuditRow> rows, Map<PartnerId, String> sources, boolean more) {
        if (rows.isEmpty()) {
            return List.of("Nothing of that kind is in the audit log.");
        }
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("AT", "ACTION", "BY", "SUBJECT", "ADDRESS", "REQUEST", "COUNT", "REASON"));
        for (AuditRow row : rows) {
            table.add(List.of(
                    String.valueOf(Described.time(row.at())),
                    row.action(),
                    by(row, sources),
                    row.subject(),
                    row.origin().address(),
                    row.origin().requestId(),
                    Long.toString(row.times()),
                    row.reason() == null ? "" : row.reason()));
        }
        List<String> lines = new ArrayList<>(Described.table(table));
        if (more) {
            lines.add("There are older ones: --limit shows more, --since and --until others.");
        }
        return lines;
    }

    private static String by(AuditRow row, Map<PartnerId, String> sources) {
        List<@Nullable String> known = Arrays.asList(
                sourceOf(row, sources), row.credential(), row.origin().actor());
        String by = known.stream().filter(one -> one != null).collect(Collectors.joining(" "));
        return by.isEmpty() ? "-" : by;
    }

    /** A time that was given, or how long ago it is. */
    static final class Moment implements ITypeConverter<Moment> {
        private final @Nullable Duration ago;
        private final Instant at;

        /** Made by picocli, to read others. */
        @SuppressWarnings("unused")
        Moment() {
            this(null, Instant.EPOCH);
        }

        private Moment(@Nullable Duration ago, Instant at) {
            this.ago = ago;
            this.at = at;
        }

        Instant at(Instant now) {
            return ago == null ? at : now.minus(ago);
        }

        @Override
        public Moment convert(String text) {
            Duration duration = Durations.parse(text);
            if (duration != null && duration.compareTo(Duration.ofDays(36_500)) <= 0) {
                return new Moment(duration, Instant.EPOCH);
            }
            try {
                return new Moment(null, OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException neither) {
                throw new TypeConversionException(
                        "must be a duration such as 24h or a time such as 2026-11-26T07:00:00Z");
            }
        }
    }

    /** Reads an action by the name that the log has. */
    static final class Action implements ITypeConverter<AuditAction> {
        @Override
        public AuditAction convert(String text) {
            for (AuditAction action : AuditAction.values()) {
                if (action.apiName().equals(text)) {
                    return action;
                }
            }
            throw new TypeConversionException("must be one of "
                    + Arrays.stream(AuditAction.values())
                            .map(AuditAction::apiName)
                            .collect(Collectors.joining(", ")));
        }
    }

    /** Reads how many. */
    static final class Limit implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
            if (number < 1 || number > MOST) {
                throw new TypeConversionException("must be a number from 1 to " + MOST);
            }
            return number;
        }
    }
}
