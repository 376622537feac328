package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.source.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a rotation every sealed secret ends under the new keys, while users are registered and their sources imported. */
class ResealTest {
    private static final int USERS = 40;
    private static final int WORKERS = 4;

    private final MovableClock clock = new MovableClock();

    @ParameterizedTest
    @EnumSource
    void everythingIsSealedAnewWhileServing(TestDatabase kind) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newUrl()))) {
            database.migrate();
            rotateWhileServing(new Shop(database, clock));
        }
    }

    private void rotateWhileServing(Shop shop) {
        Shop.Node node = shop.node(clock);
        SealedRows rows = shop.rows;
        List<SourceId> sources = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            sources.addAll(register(node, "before" + i + "@example.com", "the_key_of_user", "the_secret_of_user"));
        }
        node.issue(CredentialType.CLIENT_SECRET);
        node.issue(CredentialType.SIGNING_KEY);
        KeysInUse old = node.keys();
        clock.advance(Duration.ofDays(1));
        shop.rotate();
        assertThat(node.job(rows))
                .as("the new keys are published and not in use")
                .isInstanceOf(ResealSecrets.Outcome.Waiting.class);
        clock.advance(WrappedKey.PUBLISHED_BEFORE_USE);
        assertThat(rows.countSealedUnder(old.sealing())).isEqualTo(USERS + 2);
        assertThat(rows.countFingerprintedUnder(old.fingerprints())).isEqualTo(USERS);

        SealedRows dying = new Faults(USERS / 2, Faults.Moment.AFTER).in(SealedRows.class, rows);
        assertThatThrownBy(() -> node.reseal(dying)).isInstanceOf(Faults.PortFault.class);
        KeysInUse keys = node.keys();
        assertThat(List.of(keys.sealing(), keys.fingerprints())).doesNotContain(old.sealing(), old.fingerprints());
        assertThat(rows.countSealedUnder(old.sealing())).isPositive();
        assertThat(rows.countSealedUnder(keys.sealing())).isPositive();

        List<Integer> served =
                Race.among(WORKERS + 1, i -> i == 0 ? node.reseal(rows).resealed() : serve(node, i, sources));
        assertThat(served.get(0)).isPositive();
        assertThat(node.reseal(rows).resealed())
                .as("nobody brings an old text back")
                .isZero();
        assertThat(rows.countSealedUnder(old.sealing())).isZero();
        assertThat(rows.countFingerprintedUnder(old.fingerprints())).isZero();
        assertThat(rows.countSealedUnder(keys.sealing())).isEqualTo(node.opens());

        assertThat(shop.node(without(shop, old.sealing()), clock).opens())
                .isEqualTo(rows.countSealedUnder(keys.sealing()));
        assertThat(shop.node(without(shop, keys.sealing()), clock).opens()).isZero();
        assertThat(shop.retire()).as("somebody may still hold a text").isEmpty();
        clock.advance(RetireKeys.SUPERSEDED_FOR);
        assertThat(shop.retire()).containsExactlyInAnyOrder(old.sealing(), old.fingerprints());
        assertThat(node.opens()).isEqualTo(rows.countSealedUnder(keys.sealing()));
        assertThat(register(node, "before0@example.com", "the_next_key_of_user", "the_secret_of_user"))
                .as("what was merged during the job is still a duplicate")
                .containsExactly(sources.get(0));
    }

    /** Registers new users, replaces secrets of known ones, imports, and merges sources of one account. */
    private static int serve(Shop.Node node, int worker, List<SourceId> sources) {
        for (int i = worker - 1; i < USERS; i += WORKERS) {
            String known = "before" + i + "@example.com";
            register(node, "during" + i + "@example.com", "the_key_of_user", "the_secret_of_user");
            register(node, known, "the_key_of_user", "another_secret_of_user");
            Begun begun = node.begin(sources.get(i));
            assertThat(node.crypto
                            .credentialVault()
                            .open(begun.credentials())
                            .apiKey()
                            .reveal())
                    .startsWith("the_");
            node.bind(begun, "account");
            for (SourceId second : register(node, known, "the_next_key_of_user", "the_secret_of_user")) {
                if (!second.equals(sources.get(i))) {
                    node.bind(node.begin(second), "account");
                }
            }
        }
        return worker;
    }

    private static List<SourceId> register(Shop.Node node, String email, String apiKey, String apiSecret) {
        return node.register(email, apiKey, apiSecret).sources().stream()
                .map(SourceAnswer::id)
                .toList();
    }

    /** The database as somebody has it who lacks one sealing key. */
    private static KeyRings without(Shop shop, String keyId) {
        return new KeyRings() {
            @Override
            public List<WrappedKey> all() {
                return shop.rings.all().stream()
                        .filter(key ->
                                key.purpose() != KeyPurpose.SEALING || !key.id().equals(keyId))
                        .toList();
            }

            @Override
            public boolean addUnlessSince(Instant since, WrappedKey key) {
                throw new AssertionError("nothing is added");
            }

            @Override
            public void add(List<WrappedKey> keys) {
                throw new AssertionError("nothing is added");
            }

            @Override
            public void rewrap(List<WrappedKey> keys) {
                throw new AssertionError("nothing is wrapped");
            }

            @Override
            public void retire(List<String> ids, Instant at) {
                throw new AssertionError("nothing is retired");
            }
        };
    }
}
