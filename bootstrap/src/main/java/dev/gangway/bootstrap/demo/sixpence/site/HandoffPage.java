package dev.gangway.bootstrap.demo.sixpence.site;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The call to Gangway laid open, and the way on: to the tax report, or back. */
final class HandoffPage {

    private static final Template READY = Template.named("handoff-ready");
    private static final Template REFUSED = Template.named("handoff-refused");
    private static final Template CALL = Template.named("call");
    private static final Template REFRESH = Template.named("refresh");
    private static final Template NOTICE = Template.named("notice");
    private static final Template FIELD_ERROR = Template.of("<li><code>{{field}}</code> {{message}}</li>");

    private final Layout layout;

    HandoffPage(Customer customer) {
        this.layout = new Layout(customer);
    }

    /**
     * The page after the button.
     *
     * @param stay whether the customer wants to read before going on
     */
    Html render(RegisterCall.Outcome outcome, boolean stay) {
        return outcome.link().isPresent() ? ready(outcome, outcome.link().get(), stay) : refused(outcome);
    }

    /** A page that says one thing. */
    Html notice(String title, String message) {
        return layout.page(title, NOTICE.render(Map.of("title", title, "message", message)));
    }

    private Html ready(RegisterCall.Outcome outcome, URI link, boolean stay) {
        Html refresh = stay ? Html.NOTHING : REFRESH.render(Map.of("link", link));
        return layout.page(
                "Your tax report",
                refresh,
                READY.render(Map.of(
                        "link",
                        link,
                        "next",
                        stay ? "You stay here until you press the button." : "Taking you there in three seconds.",
                        "call",
                        call(outcome))));
    }

    private Html refused(RegisterCall.Outcome outcome) {
        String title = outcome.answer().isEmpty()
                ? "Gangway cannot be reached"
                : said(outcome.body(), "title").orElse("Gangway answered " + outcome.status());
        return layout.page(
                title,
                REFUSED.render(Map.of(
                        "title", title,
                        "detail", said(outcome.body(), "detail").orElse("Nothing was changed. Try again in a moment."),
                        "errors", Html.join(errors(outcome.body())),
                        "call", call(outcome))));
    }

    private static Optional<String> said(Optional<JsonNode> problem, String member) {
        return problem.map(body -> body.path(member).asText("")).filter(text -> !text.isBlank());
    }

    private static List<Html> errors(Optional<JsonNode> problem) {
        List<Html> errors = new ArrayList<>();
        problem.ifPresent(body -> body.path("errors")
                .forEach(error -> errors.add(FIELD_ERROR.render(Map.of(
                        "field", error.path("field").asText(""),
                        "message", error.path("message").asText(""))))));
        return errors;
    }

    private static Html call(RegisterCall.Outcome outcome) {
        return CALL.render(Map.of(
                "request_head", String.join("\n", outcome.request().head()),
                "request_body", outcome.request().body(),
                "answer_head",
                        outcome.answer()
                                .map(shown -> String.join("\n", shown.head()))
                                .orElse("No answer"),
                "answer_body", outcome.answer().map(RegisterCall.Shown::body).orElse(Html.NOTHING),
                "tone", outcome.link().isPresent() ? "good" : "bad"));
    }
}
