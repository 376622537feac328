package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.testkit.fixture.Proof;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.bootstrap.demo.sixpence.account.ApiKey;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A signature lets one call in: at whichever of several nodes, at once or later, and after all of them began anew. */
class SignedCallsTest {
    private static final int RACERS = 16;

    /** Signed by a clock that is ahead as far as it may be: such signatures live longest. */
    private static final Duration AHEAD = Duration.ofSeconds(25);

    private static final ApiKey API_KEY = ApiKey.readOnly(new Random(7));

    @ParameterizedTest
    @EnumSource
    void aSignatureIsUsedUpAtEveryNodeAndStaysSo(TestDatabase database) {
        String url = database.newUrl();
        Map<String, String> variables = Town.variables(url, Scratch.folder(), Map.of("GANGWAY_IMPORT_WORKERS", "0"));
        Office office = new Office(variables);
        Till till = Office.till(URI.create("http://nowhere.example"), office.open());
        JsonNode key = office.issue("signing-key", "--rate", "unlimited");
        List<Map<String, String>> used;
        try (Nodes nodes = Nodes.start(database, variables);
                Store store = Store.of(database, url)) {
            whatOneNodeAcceptedTheOthersRefuse(nodes, key);
            ofManyAtOnceOneGetsIn(nodes, key);
            twoEqualCallsOfOneSecondDifferByTheirNonce(nodes, key);
            whatIsRefusedIsNotDone(
                    nodes, key, till.handover("signed@example.com", API_KEY).toString(), store);
            used = useSome(nodes, key);
            nodes.stop();
        }
        try (Nodes killed = Nodes.start(database, variables)) {
            assertUsedEverywhere(killed, used);
            used = useSome(killed, key);
            killed.kill();
        }
        try (Nodes again = Nodes.start(database, variables)) {
            assertUsedEverywhere(again, used);
            assertThat(useSome(again, key)).as("new signatures").isNotEmpty();
        }
    }

    private static void whatOneNodeAcceptedTheOthersRefuse(Nodes nodes, JsonNode key) {
        for (URI first : nodes.all()) {
            Map<String, String> signed = signed(key, "first-" + first.getPort());
            assertThat(PartnerApi.whoami(first, signed).statusCode()).isEqualTo(200);
            nodes.all().forEach(node -> assertUsed(PartnerApi.whoami(node, signed)));
        }
    }

    private static void ofManyAtOnceOneGetsIn(Nodes nodes, JsonNode key) {
        for (int round = 0; round < 5; round++) {
            Map<String, String> signed = signed(key, "round-" + round);
            List<HttpResponse<String>> answers = Race.among(RACERS, i -> PartnerApi.whoami(nodes.at(i), signed));
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 200)
                    .as("who got in in round " + round)
                    .hasSize(1);
            answers.stream().filter(answer -> answer.statusCode() != 200).forEach(SignedCallsTest::assertUsed);
        }
    }

    private static void twoEqualCallsOfOneSecondDifferByTheirNonce(Nodes nodes, JsonNode key) {
        // before every second that is signed later: the one without a nonce could else be the next one's
        Instant second = Instant.now().plus(AHEAD).minusSeconds(1);
        List<Map<String, String>> calls = new ArrayList<>();
        for (String nonce : new String[] {null, "one", "two"}) {
            calls.add(PartnerApi.whoami(proof(key, nonce), second));
        }
        for (int i = 0; i < calls.size(); i++) {
            assertThat(PartnerApi.whoami(nodes.at(i), calls.get(i)).statusCode())
                    .isEqualTo(200);
        }
        for (int i = 0; i < calls.size(); i++) {
            assertUsed(PartnerApi.whoami(nodes.at(i + 1), calls.get(i)));
        }
    }

    private static void whatIsRefusedIsNotDone(Nodes nodes, JsonNode key, String body, Store store) {
        Map<String, String> signed =
                PartnerApi.register(proof(key, null), Instant.now().plus(AHEAD), body);
        List<HttpResponse<String>> answers = Race.among(RACERS, i -> PartnerApi.register(nodes.at(i), body, signed));
        assertThat(answers)
                .filteredOn(answer -> answer.statusCode() == 201)
                .as("who registered the user")
                .hasSize(1);
        answers.stream().filter(answer -> answer.statusCode() != 201).forEach(SignedCallsTest::assertUsed);
        assertThat(store.number("select count(*) from redirect_tokens"))
                .as("links")
                .isEqualTo(1);
    }

    /** Uses some signatures up right now, while they have the longest to live. */
    private static List<Map<String, String>> useSome(Nodes nodes, JsonNode key) {
        List<Map<String, String>> used = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Map<String, String> signed = signed(key, i == 0 ? null : "nonce-" + i);
            assertThat(PartnerApi.whoami(nodes.at(i), signed).statusCode()).isEqualTo(200);
            used.add(signed);
        }
        return used;
    }

    private static void assertUsedEverywhere(Nodes nodes, List<Map<String, String>> used) {
        for (Map<String, String> signed : used) {
            nodes.all().forEach(node -> assertUsed(PartnerApi.whoami(node, signed)));
        }
    }

    private static Map<String, String> signed(JsonNode key, @Nullable String nonce) {
        return PartnerApi.whoami(proof(key, nonce), Instant.now().plus(AHEAD));
    }

    private static Proof proof(JsonNode key, @Nullable String nonce) {
        return Proof.signature(key.path("key_id").asText(), key.path("secret").asText(), nonce);
    }

    /** Refused for that and not for its age: a signature that has become stale would prove nothing here. */
    private static void assertUsed(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(PartnerApi.reason(answer)).isEqualTo("signature used before");
    }
}
