package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.testkit.contract.IdsContract;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class UlidIdsTest implements IdsContract {
    private final Fixture fixture = new Fixture();
    private final Ids ids = fixture.node(fixture.master, null).ids();

    @Override
    public Ids ids() {
        return ids;
    }

    @Test
    void aPartnersIdIsARandomUuid() {
        assertThat(ids.partnerId().value().version()).isEqualTo(4);
    }

    @Test
    void theOthersSortByTime() {
        String first = ids.userId().value();
        fixture.clock.advance(Duration.ofMillis(1));

        assertThat(ids.userId().value()).isGreaterThan(first);
    }
}
