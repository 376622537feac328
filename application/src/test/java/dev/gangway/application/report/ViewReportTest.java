package dev.gangway.application.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import org.junit.jupiter.api.Test;

/** A user sees their own report, and only that. */
class ViewReportTest {
    private final InMemoryGangway gangway = new InMemoryGangway();

    @Test
    void aUserSeesTheirOwn() {
        var sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
        Registered one = gangway.register(sixpence, RequestBuilder.of("one@example.com"));
        gangway.register(sixpence, RequestBuilder.of("two@example.com"));
        ViewReport.Outcome outcome = gangway.viewReport().execute(new ViewReport.Command(one.userId()));
        assertThat(outcome).isInstanceOfSatisfying(ViewReport.Outcome.Found.class, found -> {
            assertThat(found.report().email()).isEqualTo("one@example.com");
            assertThat(found.report().sources())
                    .extracting(UserReport.SourceSummary::id)
                    .containsExactly(one.sources().get(0).id());
        });
    }

    @Test
    void whoIsGoneHasNone() {
        assertThat(gangway.viewReport()
                        .execute(new ViewReport.Command(gangway.ids().userId())))
                .isEqualTo(new ViewReport.Outcome.NoSuchUser());
    }
}
