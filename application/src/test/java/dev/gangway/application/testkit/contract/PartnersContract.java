package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.user.Realm;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every {@code Partners} is held to. */
public interface PartnersContract extends PersistenceContract {
    private boolean add(Desk desk, Partner partner) {
        return ports().partners().add(partner, desk.audit(AuditAction.PARTNER_ENROLLED, partner, "added"));
    }

    private boolean change(Desk desk, Partner partner) {
        return ports().partners().change(partner, desk.audit(AuditAction.PARTNER_CHANGED, partner, "changed"));
    }

    private Partner byId(Partner partner) {
        return Objects.requireNonNull(ports().partners().find(partner.id()));
    }

    private static Partner withEverything() {
        return PartnerBuilder.of("everything")
                .name("\uD83D\uDE00".repeat(100))
                .realm("its_own")
                .exchanges("ZULU", "ALPHA", "MIKE")
                .discount("Zeta", null, MovableClock.START.plusNanos(123_456_000))
                .discount("alpha", 7, null)
                .discount("Mike", 1, MovableClock.START)
                .defaultDiscount("alpha")
                .linkLifetime(Duration.ofSeconds(61))
                .returnUrl("https://partner.example/back?a=b#c")
                .refreshUrl("http://localhost:8080/fresh")
                .rate(1234)
                .build();
    }

    @Test
    default void aPartnerReadsBackAsItWasWritten() {
        Desk desk = desk();
        Partner everything = withEverything();
        assertThat(add(desk, everything)).isTrue();
        assertThat(byId(everything)).isEqualTo(everything);
        assertThat(ports().partners().find(everything.slug())).isEqualTo(everything);
        assertThat(byId(everything).discounts())
                .extracting(discount -> discount.code().value())
                .containsExactly("alpha", "Mike", "Zeta");
        Partner nothing = PartnerBuilder.of("nothing").rate(0).build();
        assertThat(add(desk, nothing)).isTrue();
        assertThat(byId(nothing)).isEqualTo(nothing);
    }

    @Test
    default void whoIsNotEnrolledIsNotThere() {
        assertThat(ports().partners().find(new PartnerId(new UUID(1, 2)))).isNull();
        assertThat(ports().partners().find(new PartnerSlug("nobody"))).isNull();
        assertThat(ports().partners().all()).isEmpty();
    }

    @Test
    default void allOfThemComeBySlug() {
        Desk desk = desk();
        Partner zulu = desk.enrol(PartnerBuilder.of("zulu").build());
        Partner alpha = desk.enrol(PartnerBuilder.of("alpha").build());
        Partner everything = desk.enrol(withEverything());
        assertThat(ports().partners().all()).containsExactly(alpha, everything, zulu);
    }

    @Test
    default void aTakenIdSlugOrNameIsRefusedAndNothingIsWritten() {
        Desk desk = desk();
        Partner taken = desk.enrol(withEverything());
        Map<String, Long> before = ports().observed().rows();
        assertThat(add(
                        desk,
                        PartnerBuilder.of("another")
                                .id(taken.id())
                                .name("Another")
                                .build()))
                .as("id")
                .isFalse();
        assertThat(add(
                        desk,
                        PartnerBuilder.of("everything")
                                .id(new PartnerId(new UUID(1, 2)))
                                .name("Another")
                                .build()))
                .as("slug")
                .isFalse();
        assertThat(add(desk, PartnerBuilder.of("another").name(taken.name()).build()))
                .as("name")
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(ports().partners().all()).containsExactly(taken);
    }

    @Test
    default void aRefusalLeavesItsTransactionFitForMore() {
        Desk desk = desk();
        Partner taken = desk.enrol(withEverything());
        Partner next = PartnerBuilder.of("next").build();
        boolean added = ports().transactions().inTransaction(() -> {
            assertThat(add(desk, taken)).isFalse();
            return add(desk, next);
        });
        assertThat(added).isTrue();
        assertThat(byId(next)).isEqualTo(next);
    }

    @Test
    default void aChangeIsWhatThePartnerIsButForSlugAndRealm() {
        Desk desk = desk();
        Partner before = desk.enrol(withEverything());
        Partner bystander = desk.enrol(PartnerBuilder.of("bystander").build());
        Partner wanted = PartnerBuilder.like(before)
                .slug("renamed")
                .realm("elsewhere")
                .name("New name")
                .exchanges("ALPHA", "NEW")
                .withoutDiscounts()
                .discount("MIKE", 3, null)
                .discount("new", null, null)
                .returnUrl(null)
                .refreshUrl(null)
                .linkLifetime(Duration.ofDays(30))
                .rate(0)
                .build();
        assertThat(change(desk, wanted)).isTrue();
        Partner expected =
                PartnerBuilder.like(wanted).slug("everything").realm("its_own").build();
        assertThat(byId(before)).isEqualTo(expected);
        assertThat(byId(before).discounts()).extracting(Discount::cap).containsExactly(3, null);
        assertThat(byId(bystander)).isEqualTo(bystander);
        assertThat(byId(before).realm()).isEqualTo(new Realm("its_own"));
        assertThat(ports().partners().find(new PartnerSlug("renamed"))).isNull();
    }

    @Test
    default void aChangeOfNobodyOrToAnothersNameIsRefusedAndNothingIsWritten() {
        Desk desk = desk();
        Partner one = desk.enrol(PartnerBuilder.of("one").build());
        Partner two = desk.enrol(PartnerBuilder.of("two").build());
        Map<String, Long> before = ports().observed().rows();
        assertThat(change(desk, PartnerBuilder.of("nobody").build())).isFalse();
        assertThat(change(
                        desk,
                        PartnerBuilder.like(one)
                                .name(two.name())
                                .exchanges("NEW")
                                .build()))
                .isFalse();
        assertThat(ports().observed().rows()).isEqualTo(before);
        assertThat(byId(one)).isEqualTo(one);
    }

    @Test
    default void whatHappenedIsAudited() {
        Desk desk = desk();
        Partner partner = PartnerBuilder.of("audited").build();
        add(desk, partner);
        change(desk, PartnerBuilder.like(partner).name("Changed").build());
        assertThat(ports().observed().audit())
                .containsExactlyInAnyOrder(
                        desk.audit(AuditAction.PARTNER_ENROLLED, partner, "added"),
                        desk.audit(AuditAction.PARTNER_CHANGED, partner, "changed"));
    }

    @Test
    default void ofManyEnrolmentsOfOneSlugExactlyOneIsKept() {
        Desk desk = desk();
        List<Boolean> added = Race.among(
                16,
                i -> add(
                        desk,
                        PartnerBuilder.of("contested")
                                .id(new PartnerId(new UUID(7, i)))
                                .name("Racer " + i)
                                .discount("CODE", null, null)
                                .build()));
        assertThat(added).filteredOn(Boolean.TRUE::equals).hasSize(1);
        assertThat(ports().partners().all()).hasSize(1);
        assertThat(ports().partners().all().get(0).id()).isEqualTo(new PartnerId(new UUID(7, added.indexOf(true))));
    }
}
