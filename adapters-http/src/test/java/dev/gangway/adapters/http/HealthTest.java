package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.health.HealthCheck;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What whatever routes traffic here is told. */
final class HealthTest {
    private record Check(String name, BooleanSupplier works) implements HealthCheck {
        @Override
        public boolean ready() {
            return works.getAsBoolean();
        }
    }

    @Test
    void readinessNamesWhatFailsAndNothingElse() {
        List<Boolean> database = new ArrayList<>(List.of(true));
        List<HealthCheck> checks = List.of(new Check("database", database::getFirst), new Check("scheduler", () -> {
            if (!database.getFirst()) {
                throw new IllegalStateException("inner matters");
            }
            return true;
        }));
        World world = new World();
        try (Site site =
                Site.open(world, Site.settings(), world.useCases(), checks, (route, method, status, nanos) -> {})) {
            assertThat(site.get("/health/live").json().get("status").asText()).isEqualTo("live");
            assertThat(site.get("/health/ready").status()).isEqualTo(200);

            database.set(0, false);
            Reply down = site.get("/health/ready");

            assertThat(down.status()).isEqualTo(503);
            assertThat(down.json().get("failing")).hasToString("[\"database\",\"scheduler\"]");
            assertThat(down.text()).doesNotContain("inner matters");
            assertThat(site.get("/health/live").status()).isEqualTo(200);
        }
    }
}
