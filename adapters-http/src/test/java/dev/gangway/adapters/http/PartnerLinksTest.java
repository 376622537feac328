package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A partner's links: a fresh one, what became of one, the end of one. */
final class PartnerLinksTest {
    private Site site;
    private String user;

    @BeforeEach
    void open() {
        site = Site.open();
        user = site.register(Bodies.of("user@example.com"))
                .json()
                .get("user_id")
                .asText();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Reply send(String method, String path) {
        return sendAs(site.world().token(), method, path);
    }

    private Reply sendAs(String token, String method, String path) {
        return site.send(method, path, "Authorization", "Bearer " + token);
    }

    private Reply post(String path, String body, String... type) {
        String[] headers = type.length == 0
                ? new String[] {"Authorization", "Bearer " + site.world().token()}
                : new String[] {"Authorization", "Bearer " + site.world().token(), "Content-Type", type[0]};
        return site.send("POST", path, BodyPublishers.ofString(body), headers);
    }

    private String links() {
        return "/api/v1/partner/users/" + user + "/links";
    }

    private JsonNode issue() {
        Reply reply = send("POST", links());
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
        return reply.json();
    }

    private static String at(JsonNode link) {
        return "/api/v1/partner/links/" + link.get("link_id").asText();
    }

    private static String page(JsonNode link) {
        return link.get("redirect_url").asText().substring(World.BASE_URL.length());
    }

    private Reply navigate(JsonNode link) {
        return site.get(page(link), "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
    }

    private String state(JsonNode link) {
        return send("GET", at(link)).json().get("state").asText();
    }

    @Test
    void aFreshLinkSignsInAndSupersedesTheOlderOnes() {
        JsonNode first = issue();
        assertThat(state(first)).isEqualTo("issued");
        Reply reply = send("POST", links());
        JsonNode second = reply.json();

        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(second.get("redirect_expires_at").asText())
                .isEqualTo(MovableClock.START.plus(Duration.ofDays(30)).toString());
        assertThat(state(first)).isEqualTo("superseded");
        assertThat(navigate(first).status()).isEqualTo(410);
        assertThat(navigate(second).status()).isEqualTo(303);
        assertThat(send("GET", at(second)).text())
                .isEqualTo("{\"link_id\":\"" + second.get("link_id").asText() + "\",\"user_id\":\"" + user
                        + "\",\"state\":\"consumed\",\"issued_at\":\"" + MovableClock.START + "\",\"expires_at\":\""
                        + second.get("redirect_expires_at").asText() + "\",\"consumed_at\":\"" + MovableClock.START
                        + "\"}");
    }

    @Test
    void theLinksIdOpensNothing() {
        JsonNode link = issue();
        assertThat(link.get("redirect_url").asText())
                .doesNotContain(link.get("link_id").asText());
        assertThat(site.get("/r/" + link.get("link_id").asText()).status()).isEqualTo(404);
        assertThat(send("GET", at(link)).text()).doesNotContain("/r/");
    }

    @Test
    void aPageThatIsShownIsAViewAndWhatShowsNobodyAnythingIsNone() {
        JsonNode link = issue();
        site.send("HEAD", page(link));
        site.get(page(link), "Purpose", "prefetch");
        site.get(page(link), "Sec-Purpose", "prefetch;prerender");
        assertThat(state(link)).isEqualTo("issued");

        site.world().clock().advance(Duration.ofSeconds(7));
        assertThat(site.get(page(link)).status()).isEqualTo(200);
        site.world().clock().advance(Duration.ofSeconds(7));
        assertThat(site.get(page(link)).status()).isEqualTo(200);

        JsonNode told = send("GET", at(link)).json();
        assertThat(told.get("state").asText()).isEqualTo("viewed");
        assertThat(told.get("viewed_at").asText())
                .isEqualTo(MovableClock.START.plusSeconds(7).toString());
    }

    @Test
    void aRevokedLinkIsDeadAsOftenAsItIsRevoked() {
        JsonNode link = issue();
        for (int i = 0; i < 2; i++) {
            Reply reply = send("DELETE", at(link));
            assertThat(reply.status()).isEqualTo(204);
            assertThat(reply.text()).isEmpty();
        }
        assertThat(state(link)).isEqualTo("revoked");
        assertThat(navigate(link).status()).isEqualTo(410);
        assertThat(navigate(issue()).status()).isEqualTo(303);
    }

    @Test
    void whatIsOverStaysWhatItIs() {
        JsonNode used = issue();
        navigate(used);
        JsonNode expired = issue();
        site.world().clock().advance(Duration.ofDays(31));
        for (JsonNode link : List.of(used, expired)) {
            assertThat(send("DELETE", at(link)).status()).isEqualTo(204);
        }
        assertThat(state(used)).isEqualTo("consumed");
        assertThat(state(expired)).isEqualTo("expired");
    }

    @Test
    void linksOfOthersAreNoLinks() {
        Partner other = site.world().enrol(PartnerBuilder.of("other").build());
        String othersToken = site.world().tokenOf(other, Scope.DEFAULT);
        JsonNode link = issue();
        assertThat(sendAs(othersToken, "POST", links()).code()).isEqualTo("USER_NOT_FOUND");
        site.world()
                .ports()
                .arranged()
                .connect(
                        new UserId(user),
                        new Connection(other.id(), ConnectionStatus.ACTIVE, MovableClock.START, null),
                        MovableClock.START);

        for (String path :
                List.of(at(link), "/api/v1/partner/links/lnk_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "/api/v1/partner/links/x")) {
            for (String method : List.of("GET", "DELETE")) {
                Reply reply = sendAs(othersToken, method, path);
                assertThat(reply.status()).as(method + path).isEqualTo(404);
                assertThat(reply.code()).isEqualTo("LINK_NOT_FOUND");
            }
        }
        assertThat(state(link)).isEqualTo("issued");
        // the account is another partner's: the link is there, and leads to nobody's session
        JsonNode others = sendAs(othersToken, "POST", links()).json();
        assertThat(navigate(others).status()).isEqualTo(410);
    }

    @Test
    void noBodyIsTakenOrTheEmptyObject() {
        assertThat(post(links(), "", "application/json").status()).isEqualTo(201);
        assertThat(post(links(), " {\n} ", "application/json").status()).isEqualTo(201);
        assertThat(post(links(), "{}").code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(post(links(), "{\"a\":1}", "application/json").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(post(links(), "[]", "application/json").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(post(links(), " ".repeat(300_000), "application/json").status())
                .isEqualTo(413);
        assertThat(send("POST", links() + "?x=1").errors()).containsExactly("x UNKNOWN_FIELD");
        assertThat(send("POST", "/api/v1/partner/users/x/links").code()).isEqualTo("USER_NOT_FOUND");
    }

    @Test
    void aRepetitionHasALinkOfItsOwnThatSupersedesNone() {
        String[] headers = {"Authorization", "Bearer " + site.world().token(), "Idempotency-Key", "once"};
        JsonNode first = site.send("POST", links(), headers).json();
        Reply again = site.send("POST", links(), headers);
        JsonNode second = again.json();

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(second.get("link_id")).isNotEqualTo(first.get("link_id"));
        assertThat(state(first)).isEqualTo("issued");
        assertThat(state(second)).isEqualTo("issued");
        assertThat(navigate(second).status()).isEqualTo(303);
    }

    @Test
    void scopesAreNeeded() {
        String reader = site.world().tokenOf(site.world().sixpence(), Set.of(Scope.USERS_READ));
        String writer = site.world().tokenOf(site.world().sixpence(), Set.of(Scope.USERS_WRITE));
        JsonNode link = issue();

        assertThat(sendAs(reader, "POST", links()).text()).contains("users:write");
        assertThat(sendAs(reader, "DELETE", at(link)).status()).isEqualTo(403);
        assertThat(sendAs(writer, "GET", at(link)).text()).contains("users:read");
        assertThat(sendAs(reader, "GET", at(link)).status()).isEqualTo(200);
        assertThat(sendAs(writer, "DELETE", at(link)).status()).isEqualTo(204);
    }
}
