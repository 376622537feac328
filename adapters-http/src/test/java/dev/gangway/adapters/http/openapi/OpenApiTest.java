package dev.gangway.adapters.http.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gangway.adapters.http.route.PublicPath;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.domain.discount.DiscountRefusal;
import dev.gangway.domain.shared.ErrorCode;
import dev.gangway.domain.shared.FieldError;
import dev.gangway.domain.source.SourceFailure;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The description says what the code does: the same routes, the same codes, the same security. */
final class OpenApiTest {
    private final OpenApi description = OpenApi.load();

    @Test
    void everyRouteIsDescribedAndEveryDescriptionHasItsRoute() {
        try (Site site = Site.open()) {
            SortedSet<String> routes = new TreeSet<>();
            site.server().routes().forEach(route -> routes.add(route.method() + " " + route.path()));

            assertThat(description.operations()).isEqualTo(routes);
        }
    }

    @Test
    void everyPublicPathHasItsRoute() {
        try (Site site = Site.open()) {
            assertThat(site.server().routes().stream()
                            .filter(route -> !(route instanceof SecuredRoute))
                            .map(route -> route.method() + " " + route.path()))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(PublicPath.values())
                            .map(path -> path.method() + " " + path.path())
                            .toList());
        }
    }

    @Test
    void securityIsDescribedAsItIs() {
        assertThat(description.document().get("security"))
                .as("what partners' routes have in common")
                .hasToString(
                        "[{\"bearer\":[]},{\"clientToken\":[]}," + "{\"keyId\":[],\"timestamp\":[],\"signature\":[]}]");
        try (Site site = Site.open()) {
            site.server().routes().forEach(route -> {
                JsonNode security = description
                        .document()
                        .get("paths")
                        .get(route.path())
                        .get(route.method().toLowerCase(java.util.Locale.ROOT))
                        .get("security");
                String expected = switch (route) {
                    case SecuredRoute.ForPartner partner -> null;
                    case SecuredRoute.ForUser user -> "[{\"session\":[]}]";
                    default -> "[]";
                };
                assertThat(Objects.toString(security, null)).as(route.path()).isEqualTo(expected);
            });
        }
    }

    @Test
    void codesAreTheOnesThatThereAre() {
        assertThat(names("/components/schemas/Problem/properties/code/enum")).isEqualTo(names(ErrorCode.values()));
        assertThat(names("/components/schemas/FieldError/properties/code/enum")).isEqualTo(names(FieldError.values()));
        assertThat(names("/components/schemas/Registered/properties/discount_error_code/enum"))
                .isEqualTo(names(DiscountRefusal.values()));
        assertThat(names("/components/schemas/PartnerSource/properties/failure_code/enum"))
                .isEqualTo(names(SourceFailure.values()));
    }

    @Test
    void theCheckerFiresOnWhatIsNotDescribed() throws Exception {
        ObjectMapper json = new ObjectMapper();
        JsonNode good = json.readTree(Bodies.of("a@example.com"));
        JsonNode unknown = json.readTree(Bodies.of("a@example.com", body -> body.put("more", 1)));
        JsonNode wrong = json.readTree(Bodies.of("a@example.com", body -> body.put("jurisdiction", 7)));
        JsonNode missing = json.readTree(Bodies.of("a@example.com", body -> body.remove("email")));
        JsonNode none = json.readTree(Bodies.of("a@example.com", body -> body.putArray("api_credentials")));

        assertThat(description.violations("Registration", good)).isEmpty();
        assertThat(List.of(unknown, wrong, missing, none))
                .allSatisfy(body ->
                        assertThat(description.violations("Registration", body)).isNotEmpty());
    }

    @Test
    void itsOwnExamplesAreValid() {
        JsonNode register = description.document().at("/paths/~1api~1v1~1partner~1register/post");
        assertThat(description.violations(
                        "Registration", register.at("/requestBody/content/application~1json/example")))
                .isEmpty();
        assertThat(description.violations(
                        "Registered", register.at("/responses/201/content/application~1json/example")))
                .isEmpty();
        assertThat(description.violations(
                        "Problem", register.at("/responses/400/content/application~1problem+json/example")))
                .isEmpty();
    }

    private List<String> names(String pointer) {
        return description
                .document()
                .at(pointer)
                .valueStream()
                .map(JsonNode::asText)
                .toList();
    }

    private static List<String> names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toList();
    }
}
