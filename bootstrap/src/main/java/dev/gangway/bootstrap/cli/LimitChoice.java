package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Nearest;
import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What narrows a new credential. */
final class LimitChoice {
    private static final Duration LONGEST = Duration.ofDays(36_500);

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            description = "What it may do, such as users:write,users:read (default: all but credentials:manage and"
                    + " webhooks:manage).")
    private @Nullable List<String> scopes;

    @Option(
            names = "--allow-ip",
            paramLabel = "ADDRESS|CIDR",
            description = "From where it may be used; repeat it, or separate by commas (default: anywhere).")
    private @Nullable List<String> addresses;

    @Option(
            names = "--rate",
            paramLabel = "N|unlimited",
            description = "Calls a minute (default: 120 for a signing-key, else what the partner's file says).")
    private @Nullable String rate;

    @Option(
            names = "--expires",
            paramLabel = "DURATION|TIME",
            description = "When it ends, such as 90d or 2027-12-31T00:00:00Z (default: never).")
    private @Nullable String expires;

    Set<Scope> scopes() {
        if (scopes == null) {
            return Scope.DEFAULT;
        }
        List<String> known = Arrays.stream(Scope.values()).map(Scope::apiName).toList();
        Set<Scope> chosen = EnumSet.noneOf(Scope.class);
        for (String typed : parts(scopes)) {
            Scope scope = Scope.named(typed);
            if (scope == null) {
                throw new Refusal("There is no scope '" + Visible.of(typed) + "'" + hint(typed, known)
                        + " The scopes are " + String.join(", ", known) + ".");
            }
            chosen.add(scope);
        }
        return chosen;
    }

    /**
     * What commas part, empty parts among them: who lists variables of a script one of which is empty shall be told, for nothing
     * at all would stand for everything.
     */
    private static List<String> parts(List<String> given) {
        return given.stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .toList();
    }

    /** The end of a sentence about something that is not among {@code known}. */
    static String hint(String typed, List<String> known) {
        String hint = Nearest.hint(typed, known);
        return hint.isEmpty() ? "." : hint;
    }

    CredentialLimits limits() {
        List<AddressRange> ranges = new ArrayList<>();
        for (String typed : parts(addresses == null ? List.of() : addresses)) {
            ranges.add(checked("'" + Visible.of(typed) + "'", () -> AddressRange.of("allow_ip", typed)));
        }
        return checked(
                "The list of addresses",
                () -> new CredentialLimits(ranges.stream().distinct().toList(), rate()));
    }

    private @Nullable CallRate rate() {
        if (rate == null) {
            return null;
        }
        if (rate.equals("unlimited")) {
            return CallRate.UNLIMITED;
        }
        if (!rate.matches("[1-9][0-9]{0,6}") || Integer.parseInt(rate) > 1_000_000) {
            throw new Refusal("--rate must be a number of calls a minute from 1 to 1000000, or unlimited, not '"
                    + Visible.of(rate) + "'.");
        }
        return new CallRate(Integer.parseInt(rate));
    }

    /** When it ends, null for never. */
    @Nullable
    Instant expiresAt(Instant now) {
        if (expires == null) {
            return null;
        }
        Duration duration = Durations.parse(expires);
        Instant end = duration == null ? time(expires) : now.plus(duration);
        if (end == null) {
            throw new Refusal("--expires must be a duration such as 90d, or a time such as 2027-12-31T00:00:00Z, not '"
                    + Visible.of(expires) + "'.");
        }
        if (end.isAfter(now.plus(LONGEST))) {
            throw new Refusal("--expires must be within 36500d: leave it out for a credential that never ends.");
        }
        return end.truncatedTo(ChronoUnit.SECONDS);
    }

    private static @Nullable Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException notOne) {
            return null;
        }
    }

    private static <T> T checked(String what, Supplier<T> made) {
        try {
            return made.get();
        } catch (InvalidValue invalid) {
            throw new Refusal(what + " " + invalid.explanation() + ".");
        }
    }
}
