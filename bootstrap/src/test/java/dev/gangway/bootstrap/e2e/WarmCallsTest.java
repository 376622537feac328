package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.RoundTrips;
import dev.gangway.domain.apikey.CredentialType;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the calls of a busy partner cost PostgreSQL in a whole server: nothing beside a limit and a signature's mark. */
class WarmCallsTest {
    private static final int CALLS = 200;

    /** What a server does by itself meanwhile, and a look at the credential every 800 ms. */
    private static final int ASIDE = CALLS / 2;

    @Test
    void aCallTakesOneForItsLimitAndOneForItsMarkAndNoOther() throws IOException {
        String url = TestDatabase.POSTGRESQL.newUrl();
        Map<String, String> variables = Town.variables(url, Scratch.folder(), Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        Office office = new Office(variables);
        office.open();
        try (RoundTrips roundTrips = new RoundTrips(url)) {
            Map<String, String> counted = new TreeMap<>(variables);
            counted.put("GANGWAY_DATABASE_URL", roundTrips.url());
            try (ServerProcess server = ServerProcess.start(counted)) {
                for (CredentialType type : List.of(
                        CredentialType.BEARER,
                        CredentialType.CLIENT_SECRET,
                        CredentialType.PUBLIC_KEY,
                        CredentialType.SIGNING_KEY)) {
                    int mark = type == CredentialType.SIGNING_KEY ? CALLS : 0;
                    assertThat(roundTrips.of(() -> call(server, Held.issued(office, type, "--rate", "unlimited"))))
                            .as(CALLS + " calls of a " + type.apiName())
                            .isBetween(mark, mark + ASIDE);
                    assertThat(roundTrips.of(() -> call(server, Held.issued(office, type, "--rate", "1000"))))
                            .as(CALLS + " limited calls of a " + type.apiName())
                            .isBetween(mark + CALLS, mark + CALLS + ASIDE);
                }
            }
        }
    }

    private static void call(ServerProcess server, Held held) {
        for (int i = 0; i < CALLS; i++) {
            assertThat(PartnerApi.whoami(server.baseUrl(), held.proof()).statusCode())
                    .isEqualTo(200);
        }
    }
}
