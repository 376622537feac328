package dev.gangway.application.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.source.port.ExchangeConnector.Account;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.SourceFailure;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One page ahead, and nothing left behind. */
class ReadAheadTest {
    private record Scripted(Function<@Nullable String, Page> pages) implements Account {
        @Override
        public AccountReference reference() {
            return new AccountReference("acct-1");
        }

        @Override
        public Page page(@Nullable String cursor) {
            return pages.apply(cursor);
        }
    }

    private static Page upTo(String cursor) {
        return new Page(List.of(), cursor, false);
    }

    @Test
    void aPageIsReadWhileNobodyWaitsForIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        try (ReadAhead pages = new ReadAhead(new Scripted(cursor -> {
            asked.countDown();
            return upTo("after " + cursor);
        }))) {
            pages.begin("1");
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(pages.await()).isEqualTo(upTo("after 1"));
            pages.begin(null);
            assertThat(pages.await()).isEqualTo(upTo("after null"));
        }
    }

    @Test
    void whatReadingThrewIsThrownToWhoeverWaits() {
        KeyRefused refused = new KeyRefused(SourceFailure.CREDENTIALS_REFUSED);
        try (ReadAhead pages = new ReadAhead(new Scripted(cursor -> {
            throw refused;
        }))) {
            pages.begin(null);
            assertThatThrownBy(pages::await).isSameAs(refused);
        }
    }

    @Test
    void aPageThatNobodyWaitsForIsGivenUp() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch givenUp = new CountDownLatch(1);
        try (ReadAhead pages = new ReadAhead(new Scripted(cursor -> {
            asked.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException interrupted) {
                givenUp.countDown();
            }
            return upTo("nowhere");
        }))) {
            pages.begin(null);
            assertThat(asked.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(givenUp.getCount()).isZero();
    }
}
