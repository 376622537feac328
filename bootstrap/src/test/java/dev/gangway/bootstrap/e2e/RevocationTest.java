package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.bootstrap.testkit.Condition;
import dev.gangway.domain.apikey.CredentialType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/**
 * What is revoked is refused everywhere within a second. Every credential here is in use at two nodes that know it well, and
 * is revoked by a third process.
 */
class RevocationTest {
    private static final TestDatabase DATABASE = TestDatabase.POSTGRESQL;
    private static final Duration PROMISED = Duration.ofSeconds(1);

    /** How many calls of a credential are accepted before anything is done to it. */
    private static final int WARM = 20;

    /** How many calls show that a refusal stays. */
    private static final int REFUSED = 20;

    private final String url = DATABASE.newUrl();
    private final Map<String, String> variables = Town.variables(
            url, Scratch.folder(), Map.of("GANGWAY_IMPORT_WORKERS", "0", "GANGWAY_RATE_FAILED_AUTH", "unlimited"));
    private final Office office = new Office(variables);

    private record Answered(Instant asked, Instant answered, int status) {}

    /** A credential in use at a node, until it is refused for good. */
    private static final class Use implements Runnable {
        private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

        final Held held;
        private final URI node;
        private final List<Answered> answers = new CopyOnWriteArrayList<>();

        Use(Held held, URI node) {
            this.held = held;
            this.node = node;
        }

        @Override
        public void run() {
            int refused = 0;
            while (refused < REFUSED && !Thread.currentThread().isInterrupted()) {
                Instant asked = Instant.now();
                int status = PartnerApi.whoami(node, held.proof()).statusCode();
                answers.add(new Answered(asked, Instant.now(), status));
                refused += status == 200 ? 0 : 1;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }

        boolean isWarm() {
            return answers.size() >= WARM;
        }

        boolean isOver() {
            return answers.stream().filter(answer -> answer.status != 200).count() == REFUSED;
        }

        /** It was accepted without exception until one moment, and refused from then on. Returns the last accepted call. */
        Answered lastAccepted() {
            List<Answered> all = List.copyOf(answers);
            int accepted = all.size() - REFUSED;
            assertThat(all).extracting(Answered::status).isEqualTo(expected(accepted));
            return all.get(accepted - 1);
        }

        private static List<Integer> expected(int accepted) {
            List<Integer> statuses = new ArrayList<>();
            for (int i = 0; i < accepted + REFUSED; i++) {
                statuses.add(i < accepted ? 200 : 401);
            }
            return statuses;
        }

        Answered firstRefused() {
            return answers.get(answers.size() - REFUSED);
        }

        @Override
        public String toString() {
            return held + " at " + node;
        }
    }

    @Test
    void aRevocationHoldsAtEveryNodeWithinASecondForEveryKindOfCredential() {
        office.open();
        try (KeySetSite site = new KeySetSite();
                Nodes nodes = Nodes.start(DATABASE, site.trusting(variables));
                Store store = Store.of(DATABASE, url)) {
            List<Held> all = Arrays.stream(CredentialType.values())
                    .map(type -> type == CredentialType.JWKS
                            ? Held.published(Office.apart(site.trusting(variables)), site, "--rate", "unlimited")
                            : Held.issued(office, type, "--rate", "unlimited"))
                    .toList();
            for (Use use : inUse(all, nodes, held -> office.run("partner", "credential", "revoke", held.id()))) {
                Instant revoked = committed(store, "credential_revoked", use.held);
                Answered last = use.lastAccepted();
                assertThat(last.asked)
                        .as("when the last call was made that was accepted of " + use)
                        .isBefore(revoked.plus(PROMISED));
                assertThat(use.firstRefused().answered)
                        .as("when the first was refused of " + use)
                        .isAfter(revoked);
            }
        }
    }

    @Test
    void whatWasReplacedIsAcceptedToTheEndOfTheOverlapAndNoLonger() {
        office.open();
        try (Nodes nodes = Nodes.start(DATABASE, variables);
                Store store = Store.of(DATABASE, url)) {
            List<Held> all = List.of(
                    Held.issued(office, CredentialType.BEARER, "--rate", "unlimited"),
                    Held.issued(office, CredentialType.CLIENT_SECRET, "--rate", "unlimited"),
                    Held.issued(office, CredentialType.SIGNING_KEY, "--rate", "unlimited"));
            List<Use> uses = inUse(all, nodes, held -> {
                Held next = Held.of(office.run("partner", "credential", "rotate", held.id(), "--overlap", "4s"));
                for (URI node : nodes.all()) {
                    assertThat(PartnerApi.whoami(node, next.proof()).statusCode())
                            .as("the next " + held.type() + ", at once")
                            .isEqualTo(200);
                }
            });
            for (Use use : uses) {
                Instant end = moment(store, "expires_at", "partner_credentials where id = ?", use.held.id());
                assertThat(use.lastAccepted().asked)
                        .as("when the last call was made that was accepted of " + use)
                        .isBefore(end);
                assertThat(use.firstRefused().answered)
                        .as("when the first was refused of " + use)
                        .isAfter(end);
            }
        }
    }

    private interface Change {
        void of(Held held);
    }

    /** Uses all at all nodes, changes one after the other meanwhile, and returns when none is accepted any more. */
    private static List<Use> inUse(List<Held> all, Nodes nodes, Change change) {
        List<Use> uses = new ArrayList<>();
        for (Held held : all) {
            nodes.all().forEach(node -> uses.add(new Use(held, node)));
        }
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            uses.forEach(threads::execute);
            Condition.await("all are in use", () -> uses.stream().allMatch(Use::isWarm));
            all.forEach(change::of);
            Condition.await("none is accepted any more", () -> uses.stream().allMatch(Use::isOver));
        } finally {
            threads.shutdownNow();
        }
        return uses;
    }

    /** When the transaction that did something was committed, by the database's clock, which is ours. */
    private static Instant committed(Store store, String action, Held held) {
        return moment(
                store,
                "pg_xact_commit_timestamp(xmin)",
                "audit_log where action = ? and subject = ?",
                action,
                held.id());
    }

    private static Instant moment(Store store, String what, String where, Object... arguments) {
        return Instant.EPOCH.plus(
                store.number(
                        "select cast(extract(epoch from " + what + ") * 1000000 as bigint) from " + where, arguments),
                ChronoUnit.MICROS);
    }
}
