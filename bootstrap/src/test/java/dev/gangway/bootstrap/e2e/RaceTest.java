package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.Race;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Many at once, over HTTP: what holds for one must hold for the first of sixty-four. */
class RaceTest {
    @ParameterizedTest
    @EnumSource
    void ofSixtyFourWhoFollowALinkAtOnceOneIsSignedIn(TestDatabase database) {
        try (Town town = Town.withoutWorkers(database)) {
            for (int round = 0; round < 3; round++) {
                URI link = town.till()
                        .register("race" + round + "@example.com", town.key())
                        .link();
                List<Visitor> visitors = new ArrayList<>();
                List<String> pages = new ArrayList<>();
                for (int i = 0; i < Race.RACERS; i++) {
                    Visitor visitor = new Visitor();
                    visitors.add(visitor);
                    // every other one has read the Continue page and presses its button
                    pages.add(i % 2 == 0 ? "" : visitor.look(link).body());
                }

                List<HttpResponse<String>> answers =
                        Race.amongAll(i -> pages.get(i).isEmpty()
                                ? visitors.get(i).navigate(link)
                                : visitors.get(i).press(link, pages.get(i)));

                Map<Integer, Long> statuses = answers.stream()
                        .collect(Collectors.groupingBy(HttpResponse::statusCode, Collectors.counting()));
                assertThat(statuses).isEqualTo(Map.of(303, 1L, 410, Race.RACERS - 1L));
                answers.stream()
                        .filter(answer -> answer.statusCode() == 410)
                        .forEach(answer -> assertThat(answer.headers().allValues("Set-Cookie"))
                                .as("cookies of a loser")
                                .isEmpty());
                assertThat(visitors.stream().filter(visitor -> isSignedIn(town, visitor)))
                        .as("who is signed in")
                        .hasSize(1);
            }
            try (Store store = town.store()) {
                assertThat(store.number("select count(*) from sessions")).isEqualTo(3);
                assertThat(store.number("select count(*) from audit_log where action = 'link_consumed'"))
                        .isEqualTo(3);
            }
        }
    }

    private static boolean isSignedIn(Town town, Visitor visitor) {
        return visitor.hasSession() && visitor.fetch(town.at("/api/v1/session")).statusCode() == 200;
    }

    @ParameterizedTest
    @EnumSource
    void ofSixtyFourFirstRegistrationsOfAnAddressOneMakesTheUser(TestDatabase database) {
        try (Town town = Town.withoutWorkers(database)) {
            Till till = town.till();
            List<Till.Answer> answers = Race.amongAll(
                    i -> till.register(i % 2 == 0 ? "first@example.com" : "First@Example.COM", town.key()));

            Map<Integer, Long> statuses =
                    answers.stream().collect(Collectors.groupingBy(Till.Answer::status, Collectors.counting()));
            assertThat(statuses).isEqualTo(Map.of(201, 1L, 200, Race.RACERS - 1L));
            assertThat(answers.stream().map(Till.Answer::userId).distinct()).hasSize(1);
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.body().path("user_created").asBoolean()).isEqualTo(answer.status() == 201);
                assertThat(answer.body().path("sources_added").asInt()).isEqualTo(answer.status() == 201 ? 1 : 0);
            });
            assertThat(answers.stream()
                            .filter(answer -> new Visitor().look(answer.link()).statusCode() == 200))
                    .as("links that still live")
                    .hasSize(1);
            assertThat(answers.stream()
                            .filter(answer ->
                                    answer.body().path("discount_applied").asBoolean()))
                    .as("whose discount was applied")
                    .hasSize(1);
            try (Store store = town.store()) {
                for (String table : List.of(
                        "users",
                        "attributions",
                        "connections",
                        "sources",
                        "source_senders",
                        "discount_redemptions",
                        "scheduled_tasks")) {
                    assertThat(store.number("select count(*) from " + table))
                            .as(table)
                            .isEqualTo(1);
                }
                assertThat(store.number("select count(*) from redirect_tokens")).isEqualTo(Race.RACERS);
            }
        }
    }
}
