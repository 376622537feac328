package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.RotatePartnerToken;
import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code gangway partner credential rotate}. */
@Command(name = "rotate", description = "Replace a credential by a new one; both are accepted for the overlap.")
final class CredentialRotateCommand extends DatabaseCommand {
    private final Clock clock;

    @Mixin
    private final CredentialChoice choice = new CredentialChoice();

    @Option(
            names = "--overlap",
            paramLabel = "DURATION",
            defaultValue = "24h",
            converter = Overlap.class,
            description = "How long the old one is still accepted, such as 24h or 0s (default: ${DEFAULT-VALUE}).")
    private Duration overlap = Duration.ofHours(24);

    CredentialRotateCommand(Terminal terminal, Backstage backstage, Clock clock) {
        super(terminal, backstage, Purpose.TOOL);
        this.clock = clock;
    }

    @Override
    Answer run(Workbench workbench) {
        CredentialChoice.Chosen chosen = choice.choose(workbench, clock);
        var command =
                new RotatePartnerToken.Command(chosen.credential().id(), overlap, origin("partner credential rotate"));
        return switch (workbench.rotatePartnerToken().execute(command)) {
            case RotatePartnerToken.Outcome.Rotated rotated -> {
                String until = String.valueOf(Described.time(rotated.oldExpiresAt()));
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("replaces", chosen.credential().id().value());
                data.put("old_expires_at", until);
                yield CredentialIssueCommand.answer(
                        chosen.partner(),
                        rotated.replacement(),
                        rotated.token(),
                        data,
                        List.of("It replaces " + chosen.credential().id() + ", which is accepted until " + until
                                + "."));
            }
            case RotatePartnerToken.Outcome.NoSuchCredential none ->
                throw Sentences.noSuchCredential(chosen.credential().id().value());
            case RotatePartnerToken.Outcome.NotActive inactive ->
                throw new Refusal("The credential " + chosen.credential().id()
                        + " has expired or was revoked; issue a new one instead.");
        };
    }

    /** Reads the overlap. */
    static final class Overlap implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Duration duration = Durations.parse(text);
            if (duration == null || duration.compareTo(Duration.ofDays(365)) > 0) {
                throw new TypeConversionException("must be a duration of at most 365d, such as 24h");
            }
            return duration;
        }
    }
}
