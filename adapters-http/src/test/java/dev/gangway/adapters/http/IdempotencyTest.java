package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.http.route.SecuredRoute;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.adapters.http.wire.Answer;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code Idempotency-Key} as partners meet it, on the register call. */
final class IdempotencyTest {
    private static final String PATH = "/api/v1/partner/register";

    private Site site;

    @BeforeEach
    void open() {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    private Reply send(String body, String... keys) {
        return as(site.world().token(), body, keys);
    }

    private Reply as(String token, String body, String... keys) {
        String[] headers = Stream.concat(
                        Stream.of("Content-Type", "application/json", "Authorization", "Bearer " + token),
                        Arrays.stream(keys).flatMap(key -> Stream.of("Idempotency-Key", key)))
                .toArray(String[]::new);
        return site.send("POST", PATH, BodyPublishers.ofString(body), headers);
    }

    private Map<String, Long> rows() {
        return site.world().ports().observed().rows();
    }

    private static ObjectNode withoutLink(Reply reply) {
        return ((ObjectNode) reply.json()).without(List.of("redirect_url", "redirect_expires_at"));
    }

    private Reply follow(Reply registered) {
        String link = registered.json().get("redirect_url").asText();
        return site.get(
                link.substring(World.BASE_URL.length()), "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document");
    }

    @Test
    void aRepetitionHasTheFirstStatusAndBodyAndALinkOfItsOwn() {
        Reply first = send(Bodies.of("a@example.com"), "one");
        Map<String, Long> before = rows();
        site.world().clock().advance(Duration.ofHours(1));

        Reply again = send(Bodies.of("a@example.com"), "one");

        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Cache-Control")).isEqualTo("no-store");
        assertThat(withoutLink(again)).isEqualTo(withoutLink(first));
        assertThat(again.json().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> first.json().fieldNames());
        assertThat(again.json().get("redirect_url")).isNotEqualTo(first.json().get("redirect_url"));
        assertThat(first.json().get("redirect_expires_at").asText()).isEqualTo("2026-03-31T09:00:00Z");
        assertThat(again.json().get("redirect_expires_at").asText()).isEqualTo("2026-03-31T10:00:00Z");
        assertThat(rows().get("sources")).isEqualTo(before.get("sources"));
        assertThat(rows().get("queued imports")).isEqualTo(before.get("queued imports"));
        assertThat(site.world().ports().observed().audit())
                .filteredOn(entry -> entry.action() == AuditAction.LINK_REISSUED)
                .hasSize(1);
    }

    @Test
    void everyLinkThatWasAnsweredWorksOnce() {
        Reply first = send(Bodies.of("a@example.com"), "one");
        Reply second = send(Bodies.of("a@example.com"), "one");

        assertThat(follow(second).status()).isEqualTo(303);
        assertThat(follow(first).status()).isEqualTo(303);
        assertThat(follow(first).status()).isEqualTo(410);
        assertThat(follow(send(Bodies.of("a@example.com"), "one")).status()).isEqualTo(303);
    }

    @Test
    void anAnswerToAKnownUserIsRepeatedAsItWas() {
        send(Bodies.of("a@example.com"));
        Reply first = send(Bodies.of("a@example.com"), "one");
        Reply again = send(Bodies.of("a@example.com"), "one");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(withoutLink(again)).isEqualTo(withoutLink(first));
    }

    @Test
    void withoutAKeyNothingIsRemembered() {
        send(Bodies.of("a@example.com"));
        Reply again = send(Bodies.of("a@example.com"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("Idempotency-Replayed")).isNull();
        assertThat(rows().get("answered calls")).isZero();
    }

    @Test
    void quotedAndBareAreOneKeyAndAnotherCaseIsAnother() {
        send(Bodies.of("a@example.com"), "a\"key");

        assertThat(send(Bodies.of("a@example.com"), "\"a\\\"key\"").header("Idempotency-Replayed"))
                .isEqualTo("true");
        assertThat(send(Bodies.of("a@example.com"), "A\"key").header("Idempotency-Replayed"))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\t"})
    void aBodyThatDiffersByABlankIsAnotherRequest(String blank) {
        send(Bodies.of("a@example.com"), "one");
        Map<String, Long> before = rows();

        Reply other = send(Bodies.of("a@example.com") + blank, "one");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
        assertThat(rows()).isEqualTo(before);
        assertThat(send(Bodies.of("a@example.com"), "one").status()).isEqualTo(201);
    }

    @Test
    void anotherQueryIsAnotherRequestToo() {
        send(Bodies.of("a@example.com"), "one");
        Reply other = site.send(
                "POST",
                PATH + "?x=1",
                BodyPublishers.ofString(Bodies.of("a@example.com")),
                "Content-Type",
                "application/json",
                "Authorization",
                "Bearer " + site.world().token(),
                "Idempotency-Key",
                "one");
        assertThat(other.code()).isEqualTo("IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void aKeyCountsForOnePartnerAndAllItsCredentials() {
        World world = site.world();
        Partner other =
                world.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        Reply first = send(Bodies.of("a@example.com"), "one");

        Reply colleague = as(world.tokenOf(world.sixpence(), Scope.DEFAULT), Bodies.of("a@example.com"), "one");
        Reply stranger = as(
                world.tokenOf(other, Scope.DEFAULT),
                Bodies.of("b@example.com", body -> body.put("partner_source", "OTHER")),
                "one");

        assertThat(colleague.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(withoutLink(colleague)).isEqualTo(withoutLink(first));
        assertThat(stranger.status()).isEqualTo(201);
        assertThat(stranger.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void aKeyIsFreeAfterADay() {
        send(Bodies.of("a@example.com"), "one");
        site.world().clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(send(Bodies.of("a@example.com"), "one").status()).isEqualTo(201);

        site.world().clock().advance(Duration.ofSeconds(1));
        Reply late = send(Bodies.of("b@example.com"), "one");

        assertThat(late.status()).isEqualTo(201);
        assertThat(late.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void whatWasRefusedIsNotRemembered() {
        String foreign = Bodies.of("a@example.com", body -> body.put("partner_source", "KRAKEN"));
        assertThat(send(foreign, "one").code()).isEqualTo("PARTNER_MISMATCH");
        assertThat(send("{", "one").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(send(Bodies.of("nobody"), "one").code()).isEqualTo("VALIDATION_FAILED");

        Reply mended = send(Bodies.of("a@example.com"), "one");

        assertThat(mended.status()).isEqualTo(201);
        assertThat(mended.header("Idempotency-Replayed")).isNull();
    }

    @Test
    void aBodyThatIsNotValidIsTold400BeforeItIsToldThatTheKeyIsUsed() {
        send(Bodies.of("a@example.com"), "one");
        assertThat(send("{", "one").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(send(Bodies.of("nobody"), "one").code()).isEqualTo("VALIDATION_FAILED");
    }

    @Test
    void ofManyAtOnceOneIsDoneAndTheOthersAreRepetitionsOrToldToWait() {
        List<Reply> replies = Race.among(16, i -> send(Bodies.of("a@example.com"), "one"));

        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201 && reply.header("Idempotency-Replayed") == null)
                .hasSize(1);
        assertThat(replies).allSatisfy(reply -> {
            if (reply.status() != 201) {
                assertThat(reply.code()).isEqualTo("REQUEST_IN_PROGRESS");
                assertThat(reply.status()).isEqualTo(409);
                assertThat(reply.header("Retry-After")).isEqualTo("1");
            }
        });
        assertThat(site.world().ports().observed().users()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"open", "a b", "\"a\\b\"", "\"\""})
    void whatIsNoKeyIsListedWithTheFieldsThatAreWrong(String key) {
        Reply alone = send(Bodies.of("a@example.com"), key);
        assertThat(alone.status()).isEqualTo(400);
        assertThat(alone.errors()).singleElement().asString().startsWith("Idempotency-Key ");

        Reply both = send(Bodies.of("nobody"), key);
        assertThat(both.errors())
                .hasSize(2)
                .anyMatch(error -> error.startsWith("email "))
                .anyMatch(error -> error.startsWith("Idempotency-Key "));
        assertThat(site.world().ports().observed().users()).isZero();
    }

    @Test
    void repeatedEmptyOrTooLongItIsNoKey() {
        assertThat(send(Bodies.of("a@example.com"), "one", "one").errors())
                .containsExactly("Idempotency-Key DUPLICATE_FIELD");
        assertThat(send(Bodies.of("a@example.com"), "").errors()).containsExactly("Idempotency-Key REQUIRED");
        assertThat(send(Bodies.of("a@example.com"), "x".repeat(256)).errors())
                .containsExactly("Idempotency-Key TOO_LONG");
        assertThat(send("{", "").code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(as("gw_test_unknown", Bodies.of("a@example.com"), "").status())
                .isEqualTo(401);
    }

    @Test
    void aPostOfThePartnerApiThatSaysNothingOfRepetitionsIsNoRoute() {
        assertThatThrownBy(() -> new SecuredRoute.ForPartner(
                        "POST",
                        "/api/v1/partner/x",
                        Scope.USERS_WRITE,
                        "application/json",
                        (call, principal) -> Answer.empty(204)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
