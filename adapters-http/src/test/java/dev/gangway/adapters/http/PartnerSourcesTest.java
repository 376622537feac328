package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sources that a partner attaches and takes back, and the end of its connection. */
final class PartnerSourcesTest {
    private final DeterministicIds ids = new DeterministicIds(1_000_000);
    private Site site;
    private String user;
    private String source;

    @BeforeEach
    void open() {
        site = Site.open();
        JsonNode registered = site.register(Bodies.of("user@example.com")).json();
        user = registered.get("user_id").asText();
        source = registered.at("/sources/0/source_id").asText();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private static String body(String key, String secret) {
        return "{\"exchange_name\":\"sixpence\",\"api_key\":\"" + key + "\",\"api_secret\":\"" + secret + "\"}";
    }

    private Reply attach(String credentials) {
        return post(site.world().token(), sources(), "{\"api_credentials\":[" + credentials + "]}");
    }

    private Reply post(String token, String path, String body) {
        return site.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }

    private Reply send(String method, String path) {
        return sendAs(site.world().token(), method, path);
    }

    private Reply sendAs(String token, String method, String path) {
        return site.send(method, path, "Authorization", "Bearer " + token);
    }

    private String sources() {
        return "/api/v1/partner/users/" + user + "/sources";
    }

    @Test
    void sourcesAreAttachedUnderTheRulesOfARegistration() {
        Reply reply = attach(body("planted-key-00002", "planted-secret-2") + ","
                + body("planted-key-00002", "planted-secret-3") + ","
                + body(Bodies.API_KEY, Bodies.API_SECRET));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        JsonNode answer = reply.json();
        assertThat(answer.get("user_id").asText()).isEqualTo(user);
        assertThat(answer.get("sources_added").asInt()).isEqualTo(1);
        assertThat(answer.at("/sources/0/status").asText()).isEqualTo("processing");
        assertThat(answer.at("/sources/1/status").asText()).isEqualTo("skipped_duplicate");
        assertThat(answer.at("/sources/1/source_id")).isEqualTo(answer.at("/sources/0/source_id"));
        assertThat(answer.at("/sources/2/status").asText()).isEqualTo("skipped_duplicate");
        assertThat(answer.at("/sources/2/source_id").asText()).isEqualTo(source);
        assertThat(reply.text()).doesNotContain("planted");
        assertThat(attach(body("planted-key-00002", "planted-secret-3")).status())
                .isEqualTo(200);
        assertThat(send("GET", sources()).json().get("sources")).hasSize(2);
    }

    @Test
    void everythingThatIsWrongIsListed() {
        Reply reply = post(
                site.world().token(),
                sources() + "?x=1",
                "{\"email\":\"a@b.cd\",\"api_credentials\":[" + body("short", "planted-secret") + ",7]}");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errors())
                .containsExactly(
                        "x UNKNOWN_FIELD",
                        "email UNKNOWN_FIELD",
                        "api_credentials[1] WRONG_TYPE",
                        "api_credentials[0].api_key TOO_SHORT");
        assertThat(attach("").errors()).containsExactly("api_credentials REQUIRED");
        assertThat(attach((body("planted-key-00002", "planted-secret") + ",").repeat(15)
                                + body("planted-key-00002", "planted-secret"))
                        .errors())
                .containsExactly("api_credentials TOO_LONG");
        assertThat(post(site.world().token(), sources(), "{").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(send("POST", sources()).status()).isEqualTo(415);
        assertThat(post(site.world().token(), sources(), " ".repeat(300_000)).status())
                .isEqualTo(413);
        assertThat(send("GET", sources()).json().get("sources")).hasSize(1);
    }

    @Test
    void aSourceIsTakenBackAsOftenAsYouLike() {
        for (int i = 0; i < 2; i++) {
            Reply reply = send("DELETE", sources() + "/" + source);
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.text()).isEmpty();
            assertThat(reply.header("Content-Type"))
                    .as("nothing has no media type")
                    .isNull();
        }
        assertThat(send("GET", sources()).text()).isEqualTo("{\"sources\":[]}");
        assertThat(send("DELETE", sources() + "/src_7ZZZZZZZZZZZZZZZZZZZZZZZZZ").code())
                .isEqualTo("SOURCE_NOT_FOUND");
        assertThat(send("DELETE", sources() + "/x").code()).isEqualTo("SOURCE_NOT_FOUND");
        assertThat(send("DELETE", sources() + "/" + source + "?x=1").errors()).containsExactly("x UNKNOWN_FIELD");
        assertThat(send("DELETE", "/api/v1/partner/users/x/sources/" + source).code())
                .isEqualTo("USER_NOT_FOUND");
        assertThat(attach(body(Bodies.API_KEY, Bodies.API_SECRET)).status()).isEqualTo(201);
    }

    @Test
    void aKeyThatMovedGoesUnderTheIdThatItsPartnerWasGivenAndTheOthersAreTold() {
        Partner other = site.world()
                .enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        String others = site.world().tokenOf(other, Scope.DEFAULT);
        Connection active = new Connection(
                other.id(), ConnectionStatus.ACTIVE, site.world().clock().instant(), null);
        site.world()
                .ports()
                .arranged()
                .connect(new UserId(user), active, site.world().clock().instant());
        opened(source);
        String moved = post(
                        others, sources(), "{\"api_credentials\":[" + body("others-key-00001", "others-secret") + "]}")
                .json()
                .at("/sources/0/source_id")
                .asText();
        opened(moved);

        for (int i = 0; i < 2; i++) {
            assertThat(sendAs(others, "DELETE", sources() + "/" + moved).status())
                    .isEqualTo(204);
        }

        assertThat(sendAs(others, "GET", sources()).json().get("sources")).isEmpty();
        JsonNode left = send("GET", sources()).json().at("/sources/0");
        assertThat(left.get("source_id").asText()).isEqualTo(source);
        assertThat(left.get("status").asText()).isEqualTo("credentials_failed");
        assertThat(left.get("failure_code").asText()).isEqualTo("KEY_WITHDRAWN");
        assertThat(left.get("failure_message").asText())
                .isEqualTo("There is no key any more: it was taken back. Send a new read-only one.");
    }

    /** The exchange says that the source's key opens the one account that there is here. */
    private void opened(String id) {
        Instant now = site.world().clock().instant();
        SourceImports imports = site.world().ports().sourceImports();
        Begun run = Objects.requireNonNull(imports.begin(new SourceId(id), ids.importRunId(), now));
        imports.bindAccount(run, new AccountReference("acct-1"), now);
    }

    @Test
    void usersOfOthersAreNoUsers() {
        Partner other = site.world().enrol(PartnerBuilder.of("other").build());
        String token = site.world().tokenOf(other, Scope.DEFAULT);
        String body = "{\"api_credentials\":[" + body("planted-key-00002", "planted-secret-2") + "]}";

        for (String id : new String[] {user, "usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "x"}) {
            String path = "/api/v1/partner/users/" + id;
            String own =
                    body.replace("sixpence", other.exchanges().iterator().next().value());
            assertThat(post(token, path + "/sources", own).code()).isEqualTo("USER_NOT_FOUND");
            assertThat(sendAs(token, "DELETE", path + "/sources/" + source).code())
                    .isEqualTo("USER_NOT_FOUND");
            assertThat(sendAs(token, "DELETE", path + "/sources/x").code()).isEqualTo("USER_NOT_FOUND");
            assertThat(sendAs(token, "DELETE", path + "/connection").code()).isEqualTo("USER_NOT_FOUND");
        }
        assertThat(send("GET", sources()).json().get("sources")).hasSize(1);
    }

    @Test
    void afterTheEndOfTheConnectionThereIsNoSuchUser() {
        String path = "/api/v1/partner/users/" + user;
        String link = send("POST", path + "/links").json().get("link_id").asText();

        assertThat(send("DELETE", path + "/connection?x=1").status()).isEqualTo(400);
        assertThat(send("DELETE", path + "/connection").status()).isEqualTo(204);

        for (String gone : new String[] {
            path, path + "/sources", "/portfolio?user_id=" + user, "/api/v1/partner/users?email=user@example.com"
        }) {
            assertThat(send("GET", gone).code()).as(gone).isEqualTo("USER_NOT_FOUND");
        }
        assertThat(send("DELETE", path + "/connection").status()).isEqualTo(404);
        assertThat(send("DELETE", sources() + "/" + source).status()).isEqualTo(404);
        assertThat(send("POST", path + "/links").status()).isEqualTo(404);
        assertThat(attach(body("planted-key-00002", "planted-secret-2")).status())
                .isEqualTo(404);
        assertThat(send("GET", "/api/v1/partner/links/" + link).code()).isEqualTo("LINK_NOT_FOUND");
        Reply again = site.register(Bodies.of("user@example.com"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.code()).isEqualTo("USER_LINKED_TO_OTHER_PARTNER");
    }

    @Test
    void scopesAreNeeded() {
        String weak =
                site.world().tokenOf(site.world().sixpence(), EnumSet.complementOf(EnumSet.of(Scope.SOURCES_WRITE)));
        String sender = site.world().tokenOf(site.world().sixpence(), Set.of(Scope.SOURCES_WRITE));

        assertThat(post(weak, sources(), "{}").text()).contains("sources:write");
        assertThat(sendAs(weak, "DELETE", sources() + "/" + source).status()).isEqualTo(403);
        assertThat(sendAs(sender, "GET", sources()).text()).contains("users:read");
        assertThat(sendAs(sender, "DELETE", "/api/v1/partner/users/" + user + "/connection")
                        .text())
                .contains("users:write");
        assertThat(sendAs(sender, "DELETE", sources() + "/" + source).status()).isEqualTo(204);
    }
}
