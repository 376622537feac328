package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code POST /api/v1/partner/register} from a partner's side: what it answers when all is well, and refusals of a call. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RegisterTest {
    private Site site;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void aNewUserIsCreatedWithItsSourceDiscountAndLink() {
        Reply reply = site.register(Bodies.of("new@example.com"));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.header("Content-Type")).isEqualTo("application/json");
        JsonNode answer = reply.json();
        assertThat(answer.get("user_created").asBoolean()).isTrue();
        assertThat(answer.get("sources_added").asInt()).isEqualTo(1);
        assertThat(answer.get("sources")).hasSize(1);
        assertThat(answer.at("/sources/0/exchange_name").asText()).isEqualTo("SIXPENCE");
        assertThat(answer.at("/sources/0/status").asText()).isEqualTo("processing");
        assertThat(answer.at("/sources/0").has("reason")).isFalse();
        assertThat(answer.get("discount_applied").asBoolean()).isTrue();
        assertThat(answer.get("discount_code").asText()).isEqualTo("SIXPENCE_WELCOME_500");
        assertThat(answer.has("discount_error_code")).isFalse();
        assertThat(answer.get("redirect_url").asText()).startsWith(World.BASE_URL + "/r/");
        // 30 days after the standing clock
        assertThat(answer.get("redirect_expires_at").asText()).isEqualTo("2026-03-31T09:00:00Z");
    }

    @Test
    void aKnownUserHasTheSameShapeAndItsOldSourceIsSkipped() {
        String user = site.register(Bodies.of("twice@example.com"))
                .json()
                .get("user_id")
                .asText();

        Reply again = site.register(Bodies.of("TWICE@EXAMPLE.com"));

        assertThat(again.status()).isEqualTo(200);
        JsonNode answer = again.json();
        assertThat(answer.get("user_id").asText()).isEqualTo(user);
        assertThat(answer.get("user_created").asBoolean()).isFalse();
        assertThat(answer.get("sources_added").asInt()).isZero();
        assertThat(answer.at("/sources/0/status").asText()).isEqualTo("skipped_duplicate");
        assertThat(answer.at("/sources/0/reason").asText()).isNotBlank();
        assertThat(answer.get("discount_applied").asBoolean()).isFalse();
        assertThat(answer.get("discount_code").asText()).isEqualTo("SIXPENCE_WELCOME_500");
        assertThat(answer.get("discount_error_code").asText()).isEqualTo("DISCOUNT_ALREADY_USED");
        assertThat(answer.get("discount_message").asText()).isNotBlank();
    }

    @Test
    void anUnknownDiscountNeverFailsTheCall() {
        Reply reply =
                site.register(Bodies.of("discount@example.com", body -> body.put("discount_code", "SOMEBODY_ELSES")));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("discount_applied").asBoolean()).isFalse();
        assertThat(reply.json().get("discount_code").asText()).isEqualTo("SOMEBODY_ELSES");
        assertThat(reply.json().get("discount_error_code").asText()).isEqualTo("INVALID_DISCOUNT_CODE");
    }

    @Test
    void aPartnerWithoutADefaultDiscountGetsNull() {
        Partner plain = site.world().enrol(PartnerBuilder.of("plain").build());
        Reply reply = as(
                site.world().tokenOf(plain, Scope.DEFAULT),
                Bodies.of("plain@example.com", body -> body.put("partner_source", "PLAIN")));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("discount_code").isNull()).isTrue();
        assertThat(reply.json().get("discount_applied").asBoolean()).isFalse();
        assertThat(reply.json().has("discount_error_code")).isFalse();
    }

    @Test
    void severalCredentialsAreAnsweredInTheirOrder() {
        Reply reply = site.register(Bodies.of("several@example.com", body -> {
            ObjectNode first = (ObjectNode) body.at("/api_credentials/0");
            ((com.fasterxml.jackson.databind.node.ArrayNode) body.get("api_credentials"))
                    .add(first.deepCopy().put("exchange_name", "kraken").put("api_passphrase", "third"))
                    .add(first.deepCopy().put("exchange_name", "SiXpEnCe"));
        }));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("sources_added").asInt()).isEqualTo(2);
        assertThat(reply.json().at("/sources/1/exchange_name").asText()).isEqualTo("KRAKEN");
        assertThat(reply.json().at("/sources/2/status").asText()).isEqualTo("skipped_duplicate");
        assertThat(reply.json().at("/sources/2/source_id"))
                .isEqualTo(reply.json().at("/sources/0/source_id"));
    }

    @Test
    void anExchangeThatNeedsAPassphraseSaysSoByItsPath() {
        Reply without = site.register(Bodies.of(
                "okx@example.com", body -> ((ObjectNode) body.at("/api_credentials/0")).put("exchange_name", "okx")));
        Reply with = site.register(Bodies.of(
                "okx@example.com",
                body -> ((ObjectNode) body.at("/api_credentials/0"))
                        .put("exchange_name", "okx")
                        .put("api_passphrase", "planted-passphrase")));

        assertThat(without.status()).isEqualTo(400);
        assertThat(without.json().at("/errors/0/field").asText()).isEqualTo("api_credentials[0].api_passphrase");
        assertThat(without.json().at("/errors/0/message").asText()).isEqualTo("is required by OKX");
        assertThat(with.status()).isEqualTo(201);
    }

    @Test
    void optionalMembersMayBeNullOrEmpty() {
        Reply reply = site.register(Bodies.of("sparse@example.com", body -> {
            body.putNull("name").put("surname", "").putNull("discount_code").put("partner_user_id", "");
            ((ObjectNode) body.at("/api_credentials/0")).putNull("api_passphrase");
        }));

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().get("discount_code").asText()).isEqualTo("SIXPENCE_WELCOME_500");
    }

    @Test
    void aSecretMayHoldLineBreaksAndNothingElseMay() {
        Reply pem = site.register(Bodies.of(
                "pem@example.com",
                body -> ((ObjectNode) body.at("/api_credentials/0"))
                        .put("api_secret", "-----BEGIN KEY-----\r\nabc\n-----END KEY-----\n")));
        Reply key = site.register(Bodies.of(
                "pem2@example.com",
                body -> ((ObjectNode) body.at("/api_credentials/0")).put("api_key", "0123456789\nabc")));

        assertThat(pem.status()).isEqualTo(201);
        assertThat(key.errors()).containsExactly("api_credentials[0].api_key INVALID_CHARACTER");
    }

    @Test
    void theUserOfAnotherPartnerIsRefusedWithoutALink() {
        site.register(Bodies.of("theirs@example.com"));
        Partner other = site.world().enrol(PartnerBuilder.of("other").build());

        Reply reply = as(
                site.world().tokenOf(other, Scope.DEFAULT),
                Bodies.of("theirs@example.com", body -> body.put("partner_source", "OTHER")));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("USER_LINKED_TO_OTHER_PARTNER");
        assertThat(reply.text()).doesNotContain("usr_", "/r/");
        assertThat(reply.json().get("detail").asText()).contains("approved");
    }

    @Test
    void aPartnersIdOfAnotherUserIsRefused() {
        site.register(Bodies.of("id1@example.com", body -> body.put("partner_user_id", "u-1")));

        Reply reply = site.register(Bodies.of("id2@example.com", body -> body.put("partner_user_id", "u-1")));

        assertThat(reply.status()).isEqualTo(409);
        assertThat(reply.code()).isEqualTo("PARTNER_USER_ID_IN_USE");
    }

    @Test
    void anotherPartnersSourceIsRefused() {
        Reply reply = site.register(Bodies.of("mismatch@example.com", body -> body.put("partner_source", "KRAKEN")));

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("PARTNER_MISMATCH");
    }

    @Test
    void theIdOfARequestIsEchoedWhereItIsWellFormed() {
        assertThat(site.get("/health/live", "X-Request-Id", "mine-1.2_3").header("X-Request-Id"))
                .isEqualTo("mine-1.2_3");
        assertThat(site.get("/health/live", "X-Request-Id", "not mine").header("X-Request-Id"))
                .startsWith("req_");
        assertThat(site.get("/health/live", "X-Request-Id", "a", "X-Request-Id", "b")
                        .header("X-Request-Id"))
                .startsWith("req_");
        assertThat(site.get("/health/live", "X-Request-Id", "x".repeat(129)).header("X-Request-Id"))
                .startsWith("req_");
        Reply refused = site.send("POST", "/api/v1/partner/register", "X-Request-Id", "abc");
        assertThat(refused.json().get("request_id").asText()).isEqualTo("abc");
    }

    @Test
    void aCredentialWithoutTheScopeIsRefused() {
        Reply reply = as(site.world().tokenOf(site.world().sixpence(), Set.of(Scope.USERS_READ)), "{}");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.code()).isEqualTo("INSUFFICIENT_SCOPE");
        assertThat(reply.json().get("detail").asText()).contains("users:write");
    }

    private Reply as(String token, String body) {
        return site.send(
                "POST",
                "/api/v1/partner/register",
                BodyPublishers.ofString(body),
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json");
    }
}
