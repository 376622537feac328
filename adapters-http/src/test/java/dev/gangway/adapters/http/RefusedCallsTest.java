package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.WriteRefusals;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that did not prove who makes them: what the audit log is told, and what the caller. */
final class RefusedCallsTest {
    private static final String WHOAMI = "/api/v1/partner/whoami";
    private static final String FORGED = "gw_sandbox_forgedforgedforgedforgedforgedforged";
    private static final String HASH = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private static final String CANONICAL = "1700000000\nGET\n" + WHOAMI + "\n" + HASH;

    /** Refuses every call that brings its header, and explains why. */
    private static final class Explaining implements AuthenticationScheme {
        static final String HEADER = "X-Test-Key";

        @Override
        public String name() {
            return "Test";
        }

        @Override
        public boolean recognises(ApiCall call) {
            return !call.header(HEADER).isEmpty();
        }

        @Override
        public Verdict authenticate(ApiCall call) {
            return new Verdict.Refused(
                    ErrorCode.UNAUTHORIZED,
                    "unknown key",
                    call.header(HEADER).get(0),
                    null,
                    new Explanation(
                            "Test", "There is no such key.", CANONICAL, HASH, -31L, List.of("X-Test-Key: key")));
        }
    }

    private static List<AuditRow> written(World world) {
        new WriteRefusals(world.book(), world.ports().auditTrail()).execute(new WriteRefusals.Command());
        return world.ports()
                .auditTrail()
                .rows(new AuditFilter(null, null, null, AuditAction.AUTHENTICATION_REFUSED), 100);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aForgedTokenIsInTheLogAndTheTokenIsNot() {
        World world = new World();
        try (Site site = Site.open(world)) {
            for (int i = 0; i < 3; i++) {
                assertThat(site.get(WHOAMI, "Authorization", "Bearer " + FORGED, "X-Request-Id", "forged-" + i)
                                .status())
                        .isEqualTo(401);
            }
            assertThat(site.get(WHOAMI).status()).isEqualTo(401);
            assertThat(written(world)).hasSize(2).first().satisfies(row -> {
                assertThat(row.times()).isEqualTo(3);
                assertThat(row.subject()).isEqualTo("GET " + WHOAMI);
                assertThat(row.origin().requestId()).isEqualTo("forged-0");
                assertThat(row.origin().address()).isEqualTo("127.0.0.1");
                assertThat(row.origin().scheme()).isEqualTo("Bearer");
                assertThat(row.toString()).doesNotContain("forgedforged");
            });
            assertThat(world.ports().auditTrail().explained("forged-2", 5))
                    .singleElement()
                    .asString()
                    .doesNotContain("forgedforged");
        }
    }

    @Test
    void whatWasComputedIsToldOutsideProduction() {
        World world = new World().with(new Explaining());
        try (Site site = Site.open(world)) {
            JsonNode bare = site.get(WHOAMI, Explaining.HEADER, "cred_x").json().get("explanation");
            assertThat(bare.get("scheme").asText()).isEqualTo("Test");
            assertThat(bare.get("reason").asText()).isEqualTo("There is no such key.");
            assertThat(bare.get("canonical").asText()).isEqualTo(CANONICAL);
            assertThat(bare.get("body_sha256").asText()).isEqualTo(HASH);
            assertThat(bare.get("clock_difference_seconds").asLong()).isEqualTo(-31);
            assertThat(bare.get("expected")).hasSize(1);
            assertThat(bare.has("comparison")).isFalse();
            JsonNode compared = site.get(
                            WHOAMI,
                            Explaining.HEADER,
                            "cred_x",
                            "X-Debug-Canonical",
                            base64(CANONICAL.replace("GET", "get")))
                    .json()
                    .at("/explanation/comparison");
            assertThat(compared.get("result").asText()).isEqualTo("different");
            assertThat(compared.get("index").asInt()).isEqualTo(11);
            assertThat(compared.get("name").asText()).isEqualTo("method");
            assertThat(compared.get("computed").asText()).contains("\nGET\n");
            assertThat(compared.get("sent").asText()).contains("\nget\n");
        }
    }

    @Test
    void inProductionOnlyTheLogIsTold() {
        World world = new World().with(new Explaining()).inProduction();
        try (Site site = Site.open(world)) {
            Reply reply = site.get(
                    WHOAMI, Explaining.HEADER, "cred_x", "X-Debug-Canonical", base64("x"), "X-Request-Id", "r-9");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().has("explanation")).isFalse();
            assertThat(written(world))
                    .singleElement()
                    .extracting(AuditRow::credential)
                    .isEqualTo("cred_x");
            assertThat(world.ports().auditTrail().explained("r-9", 5))
                    .singleElement()
                    .satisfies(kept -> {
                        assertThat(kept.explanation().canonical()).isEqualTo(CANONICAL);
                        assertThat(kept.comparison()).isNotNull();
                    });
        }
    }
}
