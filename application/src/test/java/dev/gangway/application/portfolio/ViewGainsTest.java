package dev.gangway.application.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.portfolio.CostBasisMethod;
import dev.gangway.domain.portfolio.Disposal;
import dev.gangway.domain.user.UserId;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gains come by the tax years of whoever asks. */
final class ViewGainsTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final ScriptedLedgers ledgers = new ScriptedLedgers()
            .trade("1 BTC", "1000 ZAR")
            .trade("1 BTC", "3000 ZAR")
            .trade("2500 ZAR", "1 BTC");
    private final Positions positions = new Positions(ledgers, null, 1, new MovableClock());
    private final ViewGains view = new ViewGains(gangway.ports().reports(), positions);
    private final DownloadGains download = new DownloadGains(gangway.ports().reports(), positions);

    @ParameterizedTest
    @CsvSource({"RSA, 1969/70, 1969", "GB, 1969/70, 1969", "DE, 1970, 1970", "ATLANTIS, 1970, 1970"})
    void theJurisdictionDecidesTheTaxYear(String jurisdiction, String label, int begins) {
        UserId user = user(jurisdiction);

        Gains gains = gains(user, CostBasisMethod.FIFO, Year.of(begins));

        assertThat(gains.years())
                .singleElement()
                .satisfies(year -> assertThat(year.year().label()).isEqualTo(label));
        assertThat(gains.listing()).isNotNull().satisfies(listing -> {
            assertThat(listing.count()).isEqualTo(1);
            assertThat(listing.first())
                    .singleElement()
                    .satisfies(disposal -> assertThat(disposal.gain()).isEqualByComparingTo("1500"));
        });
        assertThat(disposals(user, Year.of(begins))).hasSize(1);
        assertThat(disposals(user, Year.of(begins + 1))).isEmpty();
        assertThat(disposals(user, null)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"FIFO, 1500", "LIFO, -500", "HIFO, -500", "AVERAGE, 500"})
    void theMethodDecidesTheGain(CostBasisMethod method, String gain) {
        assertThat(gains(user("RSA"), method, null).years().get(0).totals())
                .singleElement()
                .satisfies(total -> assertThat(total.gain()).isEqualByComparingTo(gain));
    }

    @Test
    void whatIsUnchangedIsNotReadAgain() {
        UserId user = user("RSA");
        gains(user, CostBasisMethod.FIFO, null);
        int once = ledgers.readings();
        gains(user, CostBasisMethod.FIFO, null);
        assertThat(ledgers.readings()).isEqualTo(once);
        gains(user, CostBasisMethod.LIFO, null);
        assertThat(ledgers.readings()).isEqualTo(2 * once);
    }

    @Test
    void whoIsGoneHasNone() {
        UserId nobody = gangway.ids().userId();

        assertThat(view.execute(new ViewGains.Command(nobody, CostBasisMethod.FIFO, null)))
                .isEqualTo(new ViewGains.Outcome.NoSuchUser());
        assertThat(download.execute(new DownloadGains.Command(nobody, CostBasisMethod.FIFO, null)))
                .isEqualTo(new DownloadGains.Outcome.NoSuchUser());
    }

    private UserId user(String jurisdiction) {
        var sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
        return gangway.register(sixpence, RequestBuilder.of("one@example.com").jurisdiction(jurisdiction))
                .userId();
    }

    private Gains gains(UserId user, CostBasisMethod method, @Nullable Year year) {
        return switch (view.execute(new ViewGains.Command(user, method, year))) {
            case ViewGains.Outcome.Found found -> found.gains();
            case ViewGains.Outcome.NoSuchUser gone -> throw new AssertionError("there is one");
        };
    }

    private List<Disposal> disposals(UserId user, @Nullable Year year) {
        List<Disposal> all = new ArrayList<>();
        switch (download.execute(new DownloadGains.Command(user, CostBasisMethod.FIFO, year))) {
            case DownloadGains.Outcome.Found found -> found.disposals().read(all::add);
            case DownloadGains.Outcome.NoSuchUser gone -> throw new AssertionError("there is one");
        }
        return all;
    }
}
