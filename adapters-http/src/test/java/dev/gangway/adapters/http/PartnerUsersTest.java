package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The users of a partner, and how their sources stand. */
final class PartnerUsersTest {
    private static final String USERS = "/api/v1/partner/users";

    private Site site;
    private Partner other;
    private String othersToken;

    @BeforeEach
    void open() {
        site = Site.open();
        other = site.world().enrol(PartnerBuilder.of("other").build());
        othersToken = site.world().tokenOf(other, Scope.DEFAULT);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Reply get(String target, String... headers) {
        return getAs(site.world().token(), target, headers);
    }

    private Reply getAs(String token, String target, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return site.get(target, all);
    }

    private JsonNode register(String email, String partnerUserId) {
        return site.register(Bodies.of(email, body -> body.put("partner_user_id", partnerUserId)))
                .json();
    }

    private void connect(String user, Partner partner, ConnectionStatus status) {
        site.world()
                .ports()
                .arranged()
                .connect(
                        new UserId(user),
                        new Connection(partner.id(), status, MovableClock.START, null),
                        MovableClock.START);
    }

    @Test
    void aUserIsToldToWhoBroughtIt() {
        String user = register("Jordan@Example.com", "p-1").get("user_id").asText();

        Reply reply = get(USERS + "/" + user);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.text())
                .isEqualTo("{\"user_id\":\"" + user + "\",\"email\":\"Jordan@Example.com\",\"name\":\"Jordan\","
                        + "\"surname\":\"Mensah\",\"jurisdiction\":\"RSA\",\"partner_user_id\":\"p-1\","
                        + "\"connection_status\":\"active\",\"connected_at\":\"" + MovableClock.START
                        + "\",\"created_at\":\"" + MovableClock.START + "\",\"sources_count\":1}");
        assertThat(get(USERS + "?email=jordan%40EXAMPLE.com").text()).isEqualTo(reply.text());
        assertThat(get(USERS + "?partner_user_id=p-1").text()).isEqualTo(reply.text());
    }

    @Test
    void aPartnerThatIsLetInLaterIsToldNothingThatAnotherSent() {
        String user = register("Jordan@Example.com", "p-1").get("user_id").asText();
        connect(user, other, ConnectionStatus.ACTIVE);

        JsonNode told = getAs(othersToken, USERS + "/" + user).json();

        assertThat(told.get("email").asText()).isEqualTo("jordan@example.com");
        assertThat(told.get("sources_count").asInt()).isZero();
        assertThat(told.has("name") || told.has("surname") || told.has("jurisdiction") || told.has("partner_user_id"))
                .isFalse();
        assertThat(getAs(othersToken, USERS + "/" + user + "/sources").text()).isEqualTo("{\"sources\":[]}");
    }

    @Test
    void whoeverHasNotLetThePartnerInLooksLikeNobody() {
        String untold = register("a@example.com", "p-1").get("user_id").asText();
        String pending = register("b@example.com", "p-2").get("user_id").asText();
        String revoked = register("c@example.com", "p-3").get("user_id").asText();
        connect(pending, other, ConnectionStatus.PENDING);
        connect(revoked, other, ConnectionStatus.REVOKED);
        Reply nobody = getAs(othersToken, USERS + "/usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "X-Request-Id", "same");

        assertThat(nobody.status()).isEqualTo(404);
        assertThat(nobody.code()).isEqualTo("USER_NOT_FOUND");
        assertThat(nobody.json().get("detail").asText()).contains("user_id, address or partner_user_id");
        List<String> targets = new ArrayList<>(List.of(
                USERS + "?email=a@example.com",
                USERS + "?email=b@example.com",
                USERS + "?email=c@example.com",
                USERS + "?email=nobody@example.com",
                USERS + "?partner_user_id=p-1",
                USERS + "/x",
                USERS + "/" + untold.toLowerCase(java.util.Locale.ROOT),
                USERS + "/" + untold + "x/sources",
                USERS + "/x/sources"));
        for (String user : List.of(untold, pending, revoked)) {
            targets.add(USERS + "/" + user);
            targets.add(USERS + "/" + user + "/sources");
        }
        for (String target : targets) {
            Reply reply = getAs(othersToken, target, "X-Request-Id", "same");
            assertThat(reply.status()).as(target).isEqualTo(404);
            assertThat(reply.text()).as(target).isEqualTo(nobody.text());
        }
        assertThat(getAs(othersToken, USERS).text())
                .isEqualTo("{\"users\":[],\"has_more\":false,\"next_cursor\":null}");
    }

    @Test
    void pagesTellEveryUserOnce() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(register("user" + i + "@example.com", "p-" + i)
                    .get("user_id")
                    .asText());
        }
        List<String> told = new ArrayList<>();
        String cursor = "";
        JsonNode page;
        do {
            page = get(USERS + "?limit=2" + cursor).json();
            page.get("users").forEach(user -> told.add(user.get("user_id").asText()));
            cursor = "&cursor=" + page.get("next_cursor").asText();
        } while (page.get("has_more").asBoolean());

        assertThat(told).containsExactlyElementsOf(all);
        assertThat(page.get("next_cursor").isNull()).isTrue();
        assertThat(get(USERS).json().get("users")).hasSize(5);
        assertThat(get(USERS + "?limit=5").json().get("has_more").asBoolean()).isFalse();
    }

    @Test
    void aForgedCursorIsNamed() {
        register("a@example.com", "p-1");
        register("b@example.com", "p-2");
        String cursor = get(USERS + "?limit=1").json().get("next_cursor").asText();
        connect(get(USERS + "?email=b@example.com").json().get("user_id").asText(), other, ConnectionStatus.ACTIVE);

        assertThat(get(USERS + "?cursor=" + cursor).json().get("users")).hasSize(1);
        List<String> forged =
                new ArrayList<>(List.of("", "x", cursor + "=", cursor + "A", " " + cursor, "dXNlcnMvMSA"));
        for (int i = 0; i < cursor.length(); i++) {
            char c = cursor.charAt(i) == 'A' ? 'B' : 'A';
            forged.add(cursor.substring(0, i) + c + cursor.substring(i + 1));
        }
        for (String text : forged) {
            Reply reply = get(USERS + "?cursor=" + text.replace(" ", "%20"));
            assertThat(reply.status()).as(text).isEqualTo(400);
            assertThat(reply.errors()).as(text).containsExactly("cursor INVALID_FORMAT");
        }
        assertThat(getAs(othersToken, USERS + "?cursor=" + cursor).errors()).containsExactly("cursor INVALID_FORMAT");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "?limit=0 | limit INVALID_FORMAT",
                "?limit=101 | limit INVALID_FORMAT",
                "?limit= | limit INVALID_FORMAT",
                "?limit=+5 | limit INVALID_FORMAT",
                "?limit=%D9%A1 | limit INVALID_FORMAT",
                "?limit=1&limit=1 | limit DUPLICATE_FIELD",
                "?offset=1&limit=x | offset UNKNOWN_FIELD,limit INVALID_FORMAT",
                "?email= | email REQUIRED",
                "?email=nobody | email INVALID_FORMAT",
                "?email=a@example.com&limit=1 | limit NOT_ALLOWED",
                "?email=a@example.com&partner_user_id=p | partner_user_id NOT_ALLOWED",
                "?partner_user_id=p&cursor=x | cursor NOT_ALLOWED",
                "?partner_user_id= | partner_user_id REQUIRED",
                "?partner_user_id=a@b | partner_user_id NOT_ALLOWED",
                "?Email=a@example.com | Email UNKNOWN_FIELD",
            })
    void aQueryIsReadAsStrictlyAsABody(String query, String errors) {
        Reply reply = get(USERS + query);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errors()).containsExactly(errors.split(","));
    }

    @Test
    void sourcesTellTheirStatus() {
        JsonNode registered = register("a@example.com", "p-1");
        String user = registered.get("user_id").asText();

        assertThat(get(USERS + "/" + user + "/sources").text())
                .isEqualTo("{\"sources\":[{\"source_id\":\""
                        + registered.at("/sources/0/source_id").asText()
                        + "\",\"exchange_name\":\"SIXPENCE\",\"status\":\"processing\",\"created_at\":\""
                        + MovableClock.START + "\"}]}");
        assertThat(get(USERS + "/" + user + "/sources?x=1").errors()).containsExactly("x UNKNOWN_FIELD");
        assertThat(get(USERS + "/" + user + "?x=1").errors()).containsExactly("x UNKNOWN_FIELD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ", "/usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ/sources"})
    void theScopeIsNeededBeforeAnythingElse(String rest) {
        String weak = site.world().tokenOf(site.world().sixpence(), EnumSet.complementOf(EnumSet.of(Scope.USERS_READ)));
        String reader = site.world().tokenOf(site.world().sixpence(), Set.of(Scope.USERS_READ));

        Reply refused = getAs(weak, USERS + rest + "?x=1");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("users:read");
        assertThat(getAs(reader, USERS + rest).status()).isIn(200, 404);
        assertThat(site.get(USERS + rest).status()).isEqualTo(401);
        assertThat(get(USERS + rest, "Accept", "text/csv").status()).isIn(406, 404);
    }

    @Test
    void headTellsAsMuchAsGet() {
        String user = register("a@example.com", "p-1").get("user_id").asText();
        Reply head = site.send(
                "HEAD",
                USERS + "/" + user,
                "Authorization",
                "Bearer " + site.world().token());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.text()).isEmpty();
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(get(USERS + "/" + user).text().length()));
    }
}
