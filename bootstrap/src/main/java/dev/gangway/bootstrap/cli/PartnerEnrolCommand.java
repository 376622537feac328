package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.bootstrap.config.Purpose;
import dev.gangway.bootstrap.enrolment.EnrolmentFile;
import dev.gangway.bootstrap.enrolment.EnrolmentProblems;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.partner.Partner;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code gangway partner enrol FILE.yaml}. */
@Command(
        name = "enrol",
        description = {
            "Make a partner what a YAML file says; applying it again changes nothing.",
            "Keys: slug, name, exchanges (required); id, discounts [code, default, cap, expires_at], link_lifetime,"
                    + " return_url, refresh_url, rate, token_lifetime."
        })
final class PartnerEnrolCommand extends DatabaseCommand {
    @Parameters(paramLabel = "FILE.yaml", description = "The partner's enrolment file.")
    private Path file = Path.of("");

    PartnerEnrolCommand(Terminal terminal, Backstage backstage) {
        super(terminal, backstage, Purpose.TOOL);
    }

    @Override
    Answer run(Workbench workbench) {
        EnrolPartner.Command command = read();
        String slug = command.slug().value();
        return switch (workbench.enrolPartner().execute(command)) {
            case EnrolPartner.Outcome.Created created -> answer("created", "Enrolled", created.partner());
            case EnrolPartner.Outcome.Changed changed -> answer("changed", "Changed", changed.partner());
            case EnrolPartner.Outcome.Unchanged unchanged ->
                answer("unchanged", "Nothing to change for", unchanged.partner());
            case EnrolPartner.Outcome.SlugChanged other ->
                throw new Refusal("The slug of a partner never changes: "
                        + other.enrolled().name()
                        + " is enrolled as '" + other.enrolled().slug() + "', and " + file + " calls it '" + slug
                        + "'. Nothing was changed.");
            case EnrolPartner.Outcome.IdUnknown unknown ->
                throw new Refusal("The id in " + file + " is not that of the partner '" + slug
                        + "'; leave it out to enrol a new partner. Nothing was changed.");
            case EnrolPartner.Outcome.Conflict conflict ->
                throw new Refusal("Somebody else is enrolling a partner of this slug or name at this moment; try"
                        + " again. Nothing was changed.");
        };
    }

    private EnrolPartner.Command read() {
        try {
            return EnrolmentFile.read(Files.readString(file), origin("partner enrol"));
        } catch (EnrolmentProblems problems) {
            throw new Refusal(file + " does not describe a partner: " + String.join("; ", problems.problems()));
        } catch (NoSuchFileException missing) {
            throw new Refusal("There is no file " + file + ".");
        } catch (CharacterCodingException binary) {
            throw new Refusal(file + " is not a text in UTF-8.");
        } catch (IOException unreadable) {
            throw new Refusal(file + " cannot be read.");
        }
    }

    private static Answer answer(String outcome, String verb, Partner partner) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("outcome", outcome);
        data.putAll(Described.partner(partner));
        return new Answer(
                data, List.of(verb + " " + partner.name() + " (" + partner.partnerSource() + "), id " + partner.id()));
    }
}
