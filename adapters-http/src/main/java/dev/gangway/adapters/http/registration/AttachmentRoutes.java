package dev.gangway.adapters.http.registration;

import dev.gangway.adapters.http.problem.Problem;
import dev.gangway.adapters.http.route.Parameters;
import dev.gangway.adapters.http.route.PartnerPosts;
import dev.gangway.adapters.http.route.Reading;
import dev.gangway.adapters.http.route.Reading.Result;
import dev.gangway.adapters.http.route.Route;
import dev.gangway.adapters.http.route.Segments;
import dev.gangway.adapters.http.wire.Call;
import dev.gangway.adapters.http.wire.Json;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.registration.AttachSources;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.registration.AttachmentDraft;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;

/** More sources of a user that is there: the {@code api_credentials} of a registration, under its very rules. */
public final class AttachmentRoutes {
    private final AttachSources attach;
    private final CredentialRules rules;
    private final PartnerPosts posts;

    /**
     * @param rules what exchanges ask of keys
     * @param posts makes POSTs
     */
    public AttachmentRoutes(AttachSources attach, CredentialRules rules, PartnerPosts posts) {
        this.attach = attach;
        this.rules = rules;
        this.posts = posts;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(posts.json("/api/v1/partner/users/{user_id}/sources", Scope.SOURCES_WRITE, this::read));
    }

    private Reading read(byte[] body, Call call, Principal principal) {
        return switch (RegistrationReader.readCredentials(body)) {
            case RegistrationReader.Reading.Malformed malformed ->
                new Reading.Refused(Problem.of(ErrorCode.MALFORMED_REQUEST, malformed.detail()));
            case RegistrationReader.Reading.Read read -> check(read, call, principal);
        };
    }

    private Reading check(RegistrationReader.Reading.Read read, Call call, Principal principal) {
        List<InvalidValue> errors = new ArrayList<>(Parameters.others(call.query()));
        errors.addAll(read.errors());
        return switch (new AttachmentDraft(read.draft().apiCredentials()).check(principal.partner(), rules)) {
            case AttachmentDraft.Checked.Invalid invalid ->
                new Reading.Refused(Problem.invalid(FieldErrors.merge(errors, invalid.errors())));
            case AttachmentDraft.Checked.Valid valid ->
                errors.isEmpty()
                        ? new Reading.Ready(() -> execute(valid.submitted(), call, principal))
                        : new Reading.Refused(Problem.invalid(errors));
        };
    }

    private Result execute(List<RegistrationRequest.Submitted> submitted, Call call, Principal principal) {
        UserId user = Segments.first(call, UserId::new);
        if (user == null) {
            return new Result.Refused(Problem.of(ErrorCode.USER_NOT_FOUND));
        }
        return switch (attach.execute(new AttachSources.Command(user, submitted, principal, call.origin()))) {
            case AttachSources.Outcome.Attached attached ->
                new Result.Answered(attached.added() > 0 ? 201 : 200, document(attached));
            case AttachSources.Outcome.NoSuchUser none -> new Result.Refused(Problem.of(ErrorCode.USER_NOT_FOUND));
        };
    }

    private static byte[] document(AttachSources.Outcome.Attached attached) {
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("user_id", attached.user().value());
            json.writeNumberField("sources_added", attached.added());
            json.writeArrayFieldStart("sources");
            for (SourceAnswer source : attached.sources()) {
                RegistrationDocument.write(json, source);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}
