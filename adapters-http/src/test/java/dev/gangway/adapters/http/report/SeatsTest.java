package dev.gangway.adapters.http.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.user.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How many streams there may be. */
final class SeatsTest {
    private static final UserId ANNA = new UserId("usr_00000000000000000000000001");
    private static final UserId BERT = new UserId("usr_00000000000000000000000002");

    @Test
    void eachUserHasSomeAndAllTogetherHaveTheirs() {
        Seats seats = new Seats(2, 3);

        assertThat(seats.take(ANNA)).isTrue();
        assertThat(seats.take(ANNA)).isTrue();
        assertThat(seats.take(ANNA)).as("a third of hers").isFalse();
        assertThat(seats.take(BERT)).isTrue();
        assertThat(seats.take(BERT)).as("a fourth in all").isFalse();
        seats.leave(ANNA);
        assertThat(seats.isFree(ANNA)).isTrue();
        assertThat(seats.take(BERT)).isTrue();
        assertThat(seats.isFree(ANNA)).isFalse();
    }

    @Test
    void ofManyAtOnceExactlySoManyGetOne() throws InterruptedException, ExecutionException {
        for (int round = 0; round < 50; round++) {
            Seats seats = new Seats(4, 100);
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Boolean>> all = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 64; i++) {
                    all.add(threads.submit(() -> {
                        start.await();
                        return seats.take(ANNA);
                    }));
                }
                start.countDown();
            }
            int got = 0;
            for (Future<Boolean> one : all) {
                got += one.get() ? 1 : 0;
            }
            assertThat(got).isEqualTo(4);
        }
    }
}
