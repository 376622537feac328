package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.registration.SourceAnswer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A user has an API key once, also while the key of the fingerprints changes: two nodes serve, of which one's clock is behind
 * and which therefore still fingerprints under the old key, and the job goes through the rows beside them.
 */
class DuplicatesTest {
    private static final int USERS = 12;
    private static final Duration BEHIND = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @EnumSource
    void noKeyIsTakenTwiceWhileTheFingerprintKeyChanges(TestDatabase kind) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newUrl()))) {
            database.migrate();
            Shop shop = new Shop(database, clock);
            Shop.Node ahead = shop.node(clock);
            Shop.Node behind = shop.node(Clock.offset(clock, BEHIND.negated()));
            for (int i = 0; i < USERS; i++) {
                ahead.register(known(i), "the_key_of_before", "the_secret");
            }
            clock.advance(Duration.ofDays(1));
            shop.rotate();
            ahead.job(shop.rows);
            clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
            List<String> keys = shop.keys(KeyPurpose.FINGERPRINTS);
            assertThat(ahead.keys().fingerprints()).isEqualTo(keys.get(1));
            assertThat(behind.keys().fingerprints()).isEqualTo(keys.get(0));

            Race.among(3, i -> i == 0 ? resealing(ahead, shop) : i == 1 ? serve(ahead, behind) : serve(behind, ahead));
            assertNothingIsTwice(shop, ahead, 4);

            clock.advance(BEHIND);
            assertThat(behind.keys()).isEqualTo(ahead.keys());
            Race.among(2, i -> (i == 0 ? ahead : behind).reseal(shop.rows).resealed());
            assertThat(shop.rows.countFingerprintedUnder(keys.get(0))).isZero();
            for (int i = 0; i < USERS; i++) {
                for (int key = 0; key < 4; key++) {
                    String apiKey = key == 0 ? "the_key_of_before" : "the_key_no_" + key;
                    assertThat(behind.register(known(i), apiKey, "the_secret").sourcesAdded())
                            .isZero();
                }
            }
        }
    }

    private static String known(int i) {
        return "known" + i + "@example.com";
    }

    /** Until both servers are through, and once more. */
    private static int resealing(Shop.Node node, Shop shop) {
        int resealed = 0;
        for (int round = 0; round < 2 * USERS; round++) {
            resealed += node.reseal(shop.rows).resealed();
        }
        return resealed;
    }

    /** Brings every key to every user, as another node does at the same time; and new users too. */
    private static int serve(Shop.Node node, Shop.Node then) {
        int added = 0;
        for (int i = 0; i < USERS; i++) {
            assertThat(node.register(known(i), "the_key_of_before", "the_secret_" + i % 2)
                            .sourcesAdded())
                    .isZero();
            added += node.register(known(i), "the_key_no_1", "the_secret").sourcesAdded();
            int user = i;
            Registered two = then.register(
                    known(i),
                    request -> request.key("the_key_no_2", "the_secret")
                            .key("the_key_no_3", "the_secret")
                            .key("the_key_no_2", "the_secret"));
            assertThat(two.sources().get(2).id()).isEqualTo(two.sources().get(0).id());
            assertThat(node.replaceKey(two.userId(), two.sources().get(1).id(), "the_key_no_1"))
                    .as("user %s has it already", user)
                    .isInstanceOf(ReplaceSourceKey.Outcome.Invalid.class);
            added += node.register("new" + i + "@example.com", "the_key_no_1", "the_secret")
                    .sourcesAdded();
        }
        return added;
    }

    /** Each user's sources hold different API keys, and as many as were sent. */
    private static void assertNothingIsTwice(Shop shop, Shop.Node node, int keysOfKnown) {
        Map<String, List<String>> keys = shop.apiKeys(node);
        assertThat(keys).hasSize(2 * USERS);
        assertThat(keys.values()).allSatisfy(one -> assertThat(one).doesNotHaveDuplicates());
        assertThat(keys.values().stream().mapToInt(List::size).boxed())
                .containsOnly(1, keysOfKnown)
                .filteredOn(size -> size == keysOfKnown)
                .hasSize(USERS);
    }

    @ParameterizedTest
    @EnumSource
    void ofTwoSourcesThatTakeOneKeyUnderTwoKeysOneGetsIt(TestDatabase kind) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newUrl()))) {
            database.migrate();
            Shop shop = new Shop(database, clock);
            Shop.Node ahead = shop.node(clock);
            Shop.Node behind = shop.node(Clock.offset(clock, BEHIND.negated()));
            List<Registered> users = IntStream.range(0, USERS)
                    .mapToObj(i -> ahead.register(
                            known(i),
                            request -> request.key("the_key_no_1", "the_secret").key("the_key_no_2", "the_secret")))
                    .toList();
            clock.advance(Duration.ofDays(1));
            shop.rotate();
            ahead.job(shop.rows);
            clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
            for (Registered user : users) {
                List<SourceAnswer> sources = user.sources();
                List<ReplaceSourceKey.Outcome> outcomes = Race.among(
                        2,
                        i -> (i == 0 ? ahead : behind)
                                .replaceKey(user.userId(), sources.get(i).id(), "the_key_of_both"));
                assertThat(outcomes)
                        .filteredOn(ReplaceSourceKey.Outcome.Replaced.class::isInstance)
                        .hasSize(1);
            }
            ahead.reseal(shop.rows);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aKeyThatMovesToTheOldSourceBringsItsFingerprintAlong(TestDatabase kind) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newUrl()))) {
            database.migrate();
            Shop shop = new Shop(database, clock);
            Shop.Node ahead = shop.node(clock);
            Shop.Node behind = shop.node(Clock.offset(clock, BEHIND.negated()));
            Registered first = ahead.register(known(0), "the_key_no_1", "the_secret");
            ahead.bind(ahead.begin(first.sources().get(0).id()), "account");
            clock.advance(Duration.ofDays(1));
            shop.rotate();
            ahead.job(shop.rows);
            clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
            Registered second = ahead.register(known(0), "the_key_no_2", "the_secret");
            assertThat(behind.bind(behind.begin(second.sources().get(0).id()), "account"))
                    .isEqualTo(Bound.MERGED);
            for (Shop.Node node : List.of(behind, ahead)) {
                assertThat(node.register(known(0), "the_key_no_2", "the_secret").sources())
                        .extracting(SourceAnswer::id)
                        .containsExactly(first.sources().get(0).id());
            }
            assertThat(ahead.reseal(shop.rows).resealed())
                    .as("it is under both new keys")
                    .isZero();
        }
    }
}
