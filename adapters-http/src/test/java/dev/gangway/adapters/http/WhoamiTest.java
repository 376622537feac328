package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.domain.apikey.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code GET /api/v1/partner/whoami}. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WhoamiTest {
    private static final String WHOAMI = "/api/v1/partner/whoami";

    private Site site;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Reply ask(String token, String target, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Authorization";
        all[headers.length + 1] = "Bearer " + token;
        return site.get(target, all);
    }

    @Test
    void tellsThePartnerTheCredentialAndTheEnvironment() {
        Reply reply = ask(site.world().token(), WHOAMI);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("Cache-Control")).isEqualTo("no-store");
        assertThat(reply.text())
                .matches("\\{\"partner\":\\{\"id\":\"[0-9a-f-]{36}\",\"slug\":\"sixpence\","
                        + "\"partner_source\":\"SIXPENCE\",\"name\":\"SixpenceX\"},"
                        + "\"credential_id\":\"cred_[0-9A-Z]{26}\",\"credential_type\":\"bearer\",\"scheme\":\"Bearer\","
                        + "\"scopes\":\\[\"users:write\",\"users:read\",\"sources:write\",\"portfolio:read\"],"
                        + "\"environment\":\"sandbox\"}");
    }

    @Test
    void needsNoScope() {
        String powerless = site.world().tokenOf(site.world().sixpence(), Set.of());
        String mighty = site.world().tokenOf(site.world().sixpence(), EnumSet.allOf(Scope.class));

        assertThat(ask(powerless, WHOAMI).json().get("scopes")).isEmpty();
        assertThat(ask(mighty, WHOAMI).json().get("scopes")).hasSize(6);
    }

    @Test
    void takesNoParameters() {
        Reply reply = ask(site.world().token(), WHOAMI + "?verbose=1&verbose=2&%3Cb%3E=");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.errors()).containsExactly("verbose UNKNOWN_FIELD", "?b? UNKNOWN_FIELD");
        assertThat(ask(site.world().token(), WHOAMI + "?").status()).isEqualTo(200);
    }

    @Test
    void answersJsonAlone() {
        assertThat(ask(site.world().token(), WHOAMI, "Accept", "text/html").status())
                .isEqualTo(406);
        assertThat(site.send(
                                "HEAD",
                                WHOAMI,
                                "Authorization",
                                "Bearer " + site.world().token())
                        .text())
                .isEmpty();
    }
}
