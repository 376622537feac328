package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.RotateCredential;
import dev.gangway.bootstrap.config.Durations;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.apikey.PartnerCredential;
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
@Command(
        name = "rotate",
        description = {
            "Replace a credential by a new one of the same type, scopes, limits and label; both are accepted for the"
                    + " overlap.",
            "A public-key needs the partner's new --public-key, a jwks its new --jwks-url."
        })
final class CredentialRotateCommand extends DatabaseCommand {
    private final Clock clock;

    @Mixin
    private final CredentialChoice choice = new CredentialChoice();

    @Mixin
    private final KeyChoice key = new KeyChoice();

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
        PartnerCredential old = chosen.credential();
        var command = new RotateCredential.Command(
                old.id(), overlap, key.read(terminal()), origin("partner credential rotate"));
        return switch (workbench.rotateCredential().execute(command)) {
            case RotateCredential.Outcome.Rotated rotated -> {
                String until = String.valueOf(Described.time(rotated.oldExpiresAt()));
                Map<String, @Nullable Object> data = new LinkedHashMap<>();
                data.put("replaces", old.id().value());
                data.put("old_expires_at", until);
                yield new NewCredential(chosen.partner(), rotated.replacement(), rotated.secret())
                        .answer(data, List.of("It replaces " + old.id() + ", which is accepted until " + until + "."));
            }
            case RotateCredential.Outcome.NoSuchCredential none ->
                throw Sentences.noSuchCredential(old.id().value());
            case RotateCredential.Outcome.NotActive inactive ->
                throw new Refusal(
                        "The credential " + old.id() + " has expired or was revoked; issue a new one instead.");
            case RotateCredential.Outcome.KeyRefused refused -> throw KeyChoice.refusal(old.type(), refused.fault());
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
