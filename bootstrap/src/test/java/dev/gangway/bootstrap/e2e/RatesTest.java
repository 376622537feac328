package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.Proof;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** However many servers there are on one PostgreSQL, a limit is one. */
class RatesTest {
    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;

    /** What goes with a call that proves nothing. */
    private static final Proof NONE = (now, method, target, body) -> Map.of();

    private final HttpClient client = HttpClient.newHttpClient();

    /** What is known of a limit: who it is for, how much is left, and when there is more. */
    private record Told(int remaining, int reset) {
        static Told by(HttpHeaders headers, int limit) {
            assertThat(headers.allValues("RateLimit-Policy")).containsExactly("\"credential\";q=" + limit + ";w=60");
            assertThat(headers.allValues("RateLimit"))
                    .singleElement()
                    .asString()
                    .matches("\"credential\";r=\\d+;t=\\d+");
            String[] parts = headers.firstValue("RateLimit").orElseThrow().split(";[rt]=");
            return new Told(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    @Test
    void twoServersCountTheCallsOfACredentialTogether() {
        Map<String, String> variables = variables(Map.of());
        Office office = open(variables);
        Held signing = Held.of(office.issue("signing-key"));
        Proof forged = Proof.signature(signing.id(), "not-the-secret-of-the-key-but-another-one");
        Held rated = Held.of(office.issue("client-secret", "--rate", "25"));
        Held token = Held.of(office.issue("bearer", "--rate", "30"));
        Held unlimited = Held.of(office.issue("bearer", "--rate", "unlimited"));
        try (Nodes nodes = Nodes.start(DATABASE, variables)) {
            assertThat(statuses(nodes, 150, forged)).containsOnly(401);

            assertSharedLimit(nodes, signing.proof(), 120);
            assertSharedLimit(nodes, rated.proof(), 25);
            assertSharedLimit(nodes, token.proof(), 30);

            assertThat(statuses(nodes, 2, forged))
                    .as("the key's limit is not told to who forges")
                    .containsOnly(401);
            assertThat(calls(nodes, 200, unlimited.proof())).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(200);
                assertThat(answer.headers().map()).doesNotContainKeys("ratelimit", "ratelimit-policy");
            });
        }
    }

    /** More calls at once, by turns to each node, than may be made: so many get in, and each is told another rest. */
    private void assertSharedLimit(Nodes nodes, Proof proof, int limit) {
        Instant begun = Instant.now();
        List<HttpResponse<Void>> answers = calls(nodes, limit + 60, proof);
        assertThat(Instant.now()).as("the end of one window").isBefore(begun.plusSeconds(60));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200, 429);
        List<Integer> left = answers.stream()
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> Told.by(answer.headers(), limit).remaining())
                .toList();
        assertThat(left)
                .as("what is left after each of the calls that got in")
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, limit).boxed().toList());
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 429)
                .hasSize(60)
                .allSatisfy(answer -> {
                    Told told = Told.by(answer.headers(), limit);
                    assertThat(told.remaining()).isZero();
                    assertThat(told.reset()).isBetween(1, 60);
                    assertThat(answer.headers().allValues("Retry-After"))
                            .containsExactly(Integer.toString(told.reset()));
                });
    }

    @Test
    void twoServersCountTheCallsOfAnAddressTogether() {
        Map<String, String> variables =
                variables(Map.of("GANGWAY_RATE_ANONYMOUS", "10", "GANGWAY_RATE_FAILED_AUTH", "20"));
        open(variables);
        try (Nodes nodes = Nodes.start(DATABASE, variables)) {
            assertThat(statuses(nodes, 40, NONE))
                    .filteredOn(status -> status == 401)
                    .hasSize(10);
            assertThat(statuses(nodes, 60, Proof.bearer("forged")))
                    .filteredOn(status -> status == 401)
                    .hasSize(20);
        }
    }

    private static Map<String, String> variables(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(more);
        all.put("GANGWAY_IMPORT_WORKERS", "0");
        return Town.variables(DATABASE.newUrl(), Scratch.folder(), all);
    }

    private static Office open(Map<String, String> variables) {
        Office office = new Office(variables);
        office.open();
        return office;
    }

    private List<Integer> statuses(Nodes nodes, int calls, Proof proof) {
        return calls(nodes, calls, proof).stream().map(HttpResponse::statusCode).toList();
    }

    /** The answers to so many calls at once, by turns at each of the servers. */
    private List<HttpResponse<Void>> calls(Nodes nodes, int calls, Proof proof) {
        List<CompletableFuture<HttpResponse<Void>>> running = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            URI node = nodes.at(i);
            HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(PartnerApi.WHOAMI));
            PartnerApi.whoami(proof, Instant.now()).forEach(request::header);
            running.add(client.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding()));
        }
        return running.stream().map(CompletableFuture::join).toList();
    }
}
