package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Jurisdiction;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What every {@code Reports} is held to; what imports write to it is in {@link SourceImportsContract}. */
public interface ReportsContract extends ImportSupport {
    private void store(Desk desk, SourceId source, List<LedgerTransaction> page) {
        assertThat(ports().sourceImports().store(desk.begin(source), page, "c", desk.now()))
                .isTrue();
    }

    @Test
    default void whoIsNotThereHasNoReport() {
        Desk desk = desk();
        assertThat(ports().reports().find(desk.ids().userId())).isNull();
        assertThat(ports().reports().sources(desk.ids().userId())).isEmpty();
    }

    @Test
    default void aNewUsersReportShowsWhoTheyAreAndWhatIsOnItsWay() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(sixpence, "User@Example.com");
        assertThat(ports().reports().find(handed.user()))
                .isEqualTo(new UserReport(
                        handed.user(),
                        "User@Example.com",
                        "Jordan",
                        new Jurisdiction("RSA"),
                        "SixpenceX",
                        sixpence.wayForward(),
                        "SIXPENCE_WELCOME_500",
                        List.of(new UserReport.SourceSummary(
                                handed.source(),
                                new ExchangeName("SIXPENCE"),
                                SourceStatus.PROCESSING,
                                null,
                                0,
                                null,
                                true)),
                        0));
    }

    @Test
    default void whatWasNotToldIsAbsent() {
        Desk desk = desk();
        Partner plain = desk.enrol(PartnerBuilder.of("plain").build());
        Handed handed = desk.register(
                plain, RequestBuilder.by(plain, "user@example.com").name(null).surname(null));
        UserReport report = Objects.requireNonNull(ports().reports().find(handed.user()));
        assertThat(report.name()).isNull();
        assertThat(report.discountCode()).isNull();
    }

    @Test
    default void thePartnersNameIsWhatItIsNow() {
        Desk desk = desk();
        Partner before = desk.sixpence();
        Handed handed = desk.register(before, "user@example.com");
        Partner after = PartnerBuilder.like(before).name("Sixpence II").build();
        ports().partners().change(after, desk.audit(AuditAction.PARTNER_CHANGED, after, "name"));
        assertThat(Objects.requireNonNull(ports().reports().find(handed.user())).broughtBy())
                .isEqualTo("Sixpence II");
    }

    @Test
    default void sourcesComeOldestFirst() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed first = desk.register(sixpence, "user@example.com");
        desk.later(Duration.ofMinutes(1));
        Handed second = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("second-api-key", "second-secret"));
        desk.later(Duration.ofMinutes(1));
        Handed third = desk.register(
                sixpence, RequestBuilder.by(sixpence, "user@example.com").key("third-api-key", "third-secret"));
        assertThat(report(first).sources())
                .extracting(UserReport.SourceSummary::id)
                .containsExactly(first.source(), second.source(), third.source());
        assertThat(ports().reports().sources(first.user()))
                .isEqualTo(report(first).sources());
    }

    @Test
    default void transactionsAreCountedBySourceAndInAll() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com")
                        .key("api-key-000001", "api-secret-1")
                        .key("api-key-000002", "api-secret-2"));
        Handed stranger = desk.register(sixpence, "stranger@example.com");
        store(desk, handed.source(0), List.of(deposit("1", 1), deposit("2", 2)));
        store(desk, handed.source(1), List.of(deposit("1", 3)));
        store(desk, stranger.source(), List.of(deposit("stranger", 0)));
        UserReport report = report(handed);
        assertThat(report.transactionCount()).isEqualTo(3);
        assertThat(report.sources())
                .extracting(UserReport.SourceSummary::transactionCount)
                .containsExactly(2L, 1L);
    }
}
