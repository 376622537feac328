package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.Comparison;
import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.audit.RefusedCall;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link AuditTrail} is held to. */
public interface AuditTrailContract extends PersistenceContract {
    private AuditTrail trail() {
        return ports().auditTrail();
    }

    private static RefusedCall refused(Desk desk, String address, String reason) {
        return new RefusedCall(
                reason, "Bearer", "cred_0000000000000000000000000a", "POST /x", "r-1", address, desk.now());
    }

    private static ExplainedRefusal explained(RefusedCall call) {
        return new ExplainedRefusal(
                call,
                new Explanation("SignedRequest", "a sentence", "1\nPOST\n/x", "00", -31L, List.of("one", "two")),
                new Comparison(Comparison.Result.DIFFERENT, 3, 2, "method", "POST", "post"));
    }

    @Test
    default void whatAChangeWroteIsReadAsItWasWritten() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        RequestOrigin origin = new RequestOrigin("req-7", "192.0.2.9", "Session", "usr_x");
        trail().append(new AuditEntry(
                AuditAction.CREDENTIAL_ISSUED, partner.id(), Desk.CREDENTIAL, "cred_x", origin, desk.now()));
        assertThat(trail().rows(AuditFilter.ALL, 10))
                .hasSize(2)
                .last()
                .isEqualTo(new AuditRow(
                        "credential_issued",
                        partner.id(),
                        Desk.CREDENTIAL.value(),
                        "cred_x",
                        null,
                        1,
                        origin,
                        desk.now()));
    }

    @Test
    default void refusalsOfOneAddressAndReasonAreOneRowAMinute() {
        Desk desk = desk();
        RefusedCall first = refused(desk, "192.0.2.1", "unknown");
        trail().record(List.of(new CountedRefusal(first, 2)), List.of());
        trail().record(List.of(new CountedRefusal(refused(desk, "192.0.2.1", "unknown"), 3)), List.of());
        trail().record(
                        List.of(
                                new CountedRefusal(refused(desk, "192.0.2.2", "unknown"), 1),
                                new CountedRefusal(refused(desk, "192.0.2.1", "expired"), 1)),
                        List.of());
        desk.later(Duration.ofMinutes(1));
        trail().record(List.of(new CountedRefusal(refused(desk, "192.0.2.1", "unknown"), 1)), List.of());
        List<AuditRow> rows = trail().rows(AuditFilter.ALL, 10);
        assertThat(rows).hasSize(4).extracting(AuditRow::times).containsOnlyOnce(5L);
        assertThat(rows.get(0))
                .isEqualTo(new AuditRow(
                        "authentication_refused",
                        null,
                        "cred_0000000000000000000000000a",
                        "POST /x",
                        "unknown",
                        5,
                        new RequestOrigin("r-1", "192.0.2.1", "Bearer", null),
                        first.at()));
    }

    @Test
    default void aRefusedCallIsOfThePartnerWhoseCredentialItNames() {
        Desk desk = desk();
        Partner partner = desk.sixpence();
        PartnerCredential credential = new PartnerCredential(
                Desk.CREDENTIAL, partner.id(), CredentialType.BEARER, Scope.DEFAULT, null, desk.now(), null, null);
        ports().partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.TokenHash(Hashes.of("token")),
                        desk.audit(AuditAction.CREDENTIAL_ISSUED, partner, "x"));
        RefusedCall call = new RefusedCall(
                "expired", "Bearer", Desk.CREDENTIAL.value(), "POST /x", "r-1", "192.0.2.1", desk.now());
        trail().record(List.of(new CountedRefusal(call, 1)), List.of());
        assertThat(trail().rows(new AuditFilter(null, null, partner.id(), AuditAction.AUTHENTICATION_REFUSED), 10))
                .singleElement()
                .extracting(AuditRow::credential)
                .isEqualTo(Desk.CREDENTIAL.value());
    }

    @Test
    default void nodesThatCountAtOnceLoseNothing() {
        Desk desk = desk();
        RefusedCall one = refused(desk, "192.0.2.1", "unknown");
        RefusedCall other = refused(desk, "192.0.2.2", "unknown");
        Race.among(8, i -> {
            List<CountedRefusal> counted = List.of(new CountedRefusal(one, 2), new CountedRefusal(other, 1));
            trail().record(i % 2 == 0 ? counted : counted.reversed(), List.of());
            return i;
        });
        assertThat(trail().rows(AuditFilter.ALL, 10))
                .extracting(AuditRow::times)
                .containsExactlyInAnyOrder(16L, 8L);
    }

    @Test
    default void rowsAreFilteredAndTheNewestComeLast() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        desk.later(Duration.ofMinutes(5));
        trail().append(desk.audit(AuditAction.PARTNER_CHANGED, sixpence, "a"));
        desk.later(Duration.ofMinutes(5));
        trail().append(desk.audit(AuditAction.PARTNER_CHANGED, other, "b"));
        assertThat(subjects(AuditFilter.ALL, 2)).containsExactly("a", "b");
        assertThat(subjects(new AuditFilter(desk.now(), null, null, null), 9)).containsExactly("b");
        assertThat(subjects(new AuditFilter(desk.now().minus(Duration.ofMinutes(5)), desk.now(), null, null), 9))
                .containsExactly("a");
        assertThat(subjects(new AuditFilter(null, null, sixpence.id(), null), 9))
                .containsExactly("enrolment", "a");
        assertThat(subjects(new AuditFilter(null, null, other.id(), AuditAction.PARTNER_CHANGED), 9))
                .containsExactly("b");
    }

    private List<String> subjects(AuditFilter filter, int limit) {
        return trail().rows(filter, limit).stream().map(AuditRow::subject).toList();
    }

    @Test
    default void everyCallThatSharesAnIdIsExplainedTheNewestFirst() {
        Desk desk = desk();
        ExplainedRefusal first = explained(refused(desk, "192.0.2.1", "unknown"));
        desk.later(Duration.ofMinutes(1));
        ExplainedRefusal second = new ExplainedRefusal(
                refused(desk, "192.0.2.2", "expired"),
                new Explanation("Bearer", "expired", null, null, null, List.of()),
                null);
        trail().record(List.of(), List.of(first, second));
        assertThat(trail().explained("r-1", 10)).containsExactly(second, first);
        assertThat(trail().explained("r-1", 1)).containsExactly(second);
        assertThat(trail().explained("R-1", 10)).isEmpty();
        assertThat(trail().explained("r-1' or 'a' = 'a", 10)).isEmpty();
    }

    @Test
    default void explanationsAreForgottenAndTheLogIsNot() {
        Desk desk = desk();
        RefusedCall old = refused(desk, "192.0.2.1", "unknown");
        trail().record(List.of(new CountedRefusal(old, 1)), List.of(explained(old)));
        desk.later(Duration.ofMinutes(1));
        ExplainedRefusal recent = explained(refused(desk, "192.0.2.1", "unknown"));
        trail().record(List.of(), List.of(recent));
        assertThat(trail().forgetExplanations(desk.now())).isEqualTo(1);
        assertThat(trail().explained("r-1", 10)).containsExactly(recent);
        assertThat(trail().rows(AuditFilter.ALL, 10)).hasSize(1);
    }
}
