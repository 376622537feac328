package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.user.Realm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Stopping finishes what has begun. */
final class StopTest {
    @Test
    void aRequestInFlightIsFinishedAndNoNewOneIsTaken() throws Exception {
        PersistencePorts ports = new InMemoryStore().ports();
        SlowRegistrations slow = new SlowRegistrations(ports.registrations());
        Site site = Site.open(new World(ports.with(slow)));
        int port = site.server().port();
        CompletableFuture<Reply> inFlight =
                CompletableFuture.supplyAsync(() -> site.register(Bodies.of("flight@example.com")));
        slow.entered.await(20, TimeUnit.SECONDS);

        CompletableFuture<Void> stopped =
                CompletableFuture.runAsync(() -> site.server().stop(Duration.ofSeconds(20)));
        awaitRefusal(port);
        assertThat(stopped).isNotDone();
        slow.goOn.countDown();

        assertThat(inFlight.get(20, TimeUnit.SECONDS).status()).isEqualTo(201);
        stopped.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
                .isInstanceOf(IOException.class);
    }

    /** Until nobody listens any more. */
    private static void awaitRefusal(int port) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (System.nanoTime() < deadline) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                Thread.onSpinWait();
            } catch (IOException refused) {
                return;
            }
        }
        throw new AssertionError("it still listens");
    }

    private static final class SlowRegistrations implements Registrations {
        private final Registrations inner;
        private final CountDownLatch entered = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);

        SlowRegistrations(Registrations inner) {
            this.inner = inner;
        }

        @Override
        public @Nullable KnownUser snapshot(
                Realm realm, EmailAddress email, PartnerId partnerId, @Nullable PartnerUserId partnerUserId) {
            return inner.snapshot(realm, email, partnerId, partnerUserId);
        }

        @Override
        public Recorded record(Registration registration) {
            entered.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            return inner.record(registration);
        }
    }
}
