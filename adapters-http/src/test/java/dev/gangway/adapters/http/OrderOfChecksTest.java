package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Ascii;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A call that is wrong in every way is told the first thing of the contract's order; mended, the next: 401, 429, 403
 * scope, 415 and 413, 400, 403 partner, 409.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class OrderOfChecksTest {
    private static final String PATH = "/api/v1/partner/register";

    private Site site;
    private String weak;
    private String strong;

    @BeforeAll
    void open() {
        site = Site.open();
        Partner busy = site.world()
                .enrol(PartnerBuilder.of("busy").exchanges("SIXPENCE").rate(3).build());
        weak = site.world().tokenOf(busy, Set.of());
        strong = site.world().tokenOf(site.world().sixpence(), Scope.DEFAULT);
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void eachMendedFaultUncoversTheNext() {
        BodyPublisher huge = BodyPublishers.ofString("x".repeat(300 * 1024));
        assertThat(site.send("POST", PATH, huge, "Content-Type", "text/plain").code())
                .isEqualTo("UNAUTHORIZED");
        assertThat(send(huge, "text/plain", "gw_test_unknown").code()).isEqualTo("INVALID_TOKEN");
        for (int i = 0; i < 3; i++) {
            assertThat(send(huge, "text/plain", weak).code()).isEqualTo("INSUFFICIENT_SCOPE");
        }
        Reply limited = send(huge, "text/plain", weak);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.code()).isEqualTo("RATE_LIMITED");
        assertThat(send(huge, "text/plain", strong).code()).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(send(huge, "application/json", strong).code()).isEqualTo("PAYLOAD_TOO_LARGE");
        assertThat(send(BodyPublishers.ofString("{"), "application/json", strong)
                        .code())
                .isEqualTo("MALFORMED_REQUEST");
        assertThat(send(
                                BodyPublishers.ofString(
                                        Bodies.of("nobody", body -> body.put("partner_source", "KRAKEN"))),
                                "application/json",
                                strong)
                        .code())
                .isEqualTo("VALIDATION_FAILED");
        assertThat(send(
                                BodyPublishers.ofString(
                                        Bodies.of("a@example.com", body -> body.put("partner_source", "KRAKEN"))),
                                "application/json",
                                strong)
                        .code())
                .isEqualTo("PARTNER_MISMATCH");
    }

    @Test
    void aBodyAboveTheLimitIsRefusedHoweverItIsFramed() {
        byte[] tooLarge = "x".repeat(256 * 1024 + 1).getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        Reply announced = send(BodyPublishers.ofByteArray(tooLarge), "application/json", strong);
        Reply chunked = send(
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(tooLarge)), "application/json", strong);

        assertThat(announced.status()).isEqualTo(413);
        assertThat(chunked.status()).isEqualTo(413);
        assertThat(chunked.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void aBodyAtTheLimitIsRead() {
        String body = Bodies.of("limit@example.com");
        String padded = body + " ".repeat(256 * 1024 - body.length());

        assertThat(send(BodyPublishers.ofString(padded), "application/json", strong)
                        .status())
                .isEqualTo(201);
        assertThat(send(
                                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(
                                        padded.getBytes(java.nio.charset.StandardCharsets.UTF_8))),
                                "application/json",
                                strong)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void onlyJsonInUtf8IsTaken() {
        String body = Bodies.of("media@example.com");
        for (String taken : new String[] {
            "application/json",
            "application/json; charset=utf-8",
            "Application/JSON;charset=\"UTF-8\"",
            "application/json; profile=x"
        }) {
            assertThat(send(BodyPublishers.ofString(body), taken, strong).status())
                    .as(taken)
                    .isIn(200, 201);
        }
        for (String refused : new String[] {
            "text/json",
            "application/json; charset=iso-8859-1",
            "application/problem+json",
            "application/x-www-form-urlencoded",
            "application/jsonx",
            "*/*"
        }) {
            assertThat(send(BodyPublishers.ofString(body), refused, strong).status())
                    .as(refused)
                    .isEqualTo(415);
        }
        assertThat(site.send("POST", PATH, BodyPublishers.ofString(body), "Authorization", "Bearer " + strong)
                        .status())
                .as("none at all")
                .isEqualTo(415);
        assertThat(site.register(
                                BodyPublishers.ofString(body),
                                "Content-Type",
                                "application/json",
                                "Content-Encoding",
                                "gzip")
                        .status())
                .isEqualTo(415);
    }

    @Test
    void whoDoesNotAcceptJsonIsToldSo() {
        Reply reply = site.register(
                BodyPublishers.ofString(Bodies.of("accept@example.com")),
                "Content-Type",
                "application/json",
                "Accept",
                "text/html");

        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
    }

    @Test
    void whatIsWrongWithACallIsToldBeforeHowItWantsToHear() {
        for (String[] wrong : new String[][] {{"400", "application/json"}, {"415", "text/plain"}}) {
            Reply reply = site.register(BodyPublishers.ofString("{}"), "Content-Type", wrong[1], "Accept", "text/html");

            assertThat(reply.status()).isEqualTo(Integer.parseInt(wrong[0]));
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
    }

    @Test
    void everyMalformedOrDoubtfulCredentialIsRefused() {
        String body = Bodies.of("cred@example.com");
        String[][] refused = {
            {},
            {"Authorization", ""},
            {"Authorization", "Bearer"},
            {"Authorization", "Bearer "},
            {"Authorization", strong},
            {"Authorization", "Basic " + strong},
            {"Authorization", "Bearer " + strong + " x"},
            {"Authorization", "Bearer " + strong, "Authorization", "Bearer " + strong},
        };
        for (String[] headers : refused) {
            String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
            all[headers.length] = "Content-Type";
            all[headers.length + 1] = "application/json";
            Reply reply = site.send("POST", PATH, BodyPublishers.ofString(body), all);
            assertThat(reply.status()).as(String.join(" ", headers)).isEqualTo(401);
            assertThat(reply.code()).as(String.join(" ", headers)).isEqualTo("UNAUTHORIZED");
        }
        Reply nearMiss = send(BodyPublishers.ofString(body), "application/json", strong + "x");
        assertThat(nearMiss.code()).isEqualTo("INVALID_TOKEN");
        assertThat(nearMiss.header("WWW-Authenticate")).contains("error=\"invalid_token\"");
        assertThat(site.register(body).status()).as("nothing was changed").isEqualTo(201);
    }

    @Test
    void aTokenIsComparedByteForByteAlsoOnAConnectionThatKnowsIt() {
        String body = Bodies.of("case@example.com");
        assertThat(send(BodyPublishers.ofString(body), "application/json", strong)
                        .status())
                .isEqualTo(201);

        String otherCase = strong.equals(Ascii.upper(strong)) ? Ascii.lower(strong) : Ascii.upper(strong);

        assertThat(send(BodyPublishers.ofString(body), "application/json", otherCase)
                        .code())
                .isEqualTo("INVALID_TOKEN");
    }

    private Reply send(BodyPublisher body, String contentType, String token) {
        return site.send("POST", PATH, body, "Content-Type", contentType, "Authorization", "Bearer " + token);
    }
}
