package dev.gangway.application.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.partner.EnrolPartner.Outcome;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.user.Realm;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An enrolment file makes a partner what it says, however often it is applied. */
class EnrolPartnerTest {
    private final InMemoryGangway gangway = new InMemoryGangway();

    private Outcome apply(PartnerBuilder file) {
        return apply(null, file);
    }

    private Outcome apply(@Nullable PartnerId id, PartnerBuilder file) {
        Partner content = file.build();
        return gangway.enrolPartner()
                .execute(new EnrolPartner.Command(
                        id,
                        content.slug(),
                        content.name(),
                        content.exchanges(),
                        content.discounts(),
                        content.defaultDiscount(),
                        content.linkLifetime(),
                        content.returnUrl(),
                        content.refreshUrl(),
                        content.rate(),
                        content.tokenLifetime(),
                        InMemoryGangway.ORIGIN));
    }

    private Partner enrolled(String slug) {
        return Objects.requireNonNull(gangway.ports().partners().find(new PartnerSlug(slug)));
    }

    private Partner created(PartnerBuilder file) {
        Outcome outcome = apply(file);
        assertThat(outcome).isInstanceOf(Outcome.Created.class);
        return ((Outcome.Created) outcome).partner();
    }

    @Test
    void aNewPartnerIsWhatItsFileSays() {
        Partner partner = created(PartnerBuilder.sixpence());
        assertThat(partner).isEqualTo(PartnerBuilder.sixpence().id(partner.id()).build());
        assertThat(partner.realm()).isEqualTo(Realm.SHARED);
        assertThat(enrolled("sixpence")).isEqualTo(partner);
    }

    @Test
    void theSameFileAgainChangesNothing() {
        Partner partner = created(PartnerBuilder.sixpence());
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(apply(PartnerBuilder.sixpence())).isEqualTo(new Outcome.Unchanged(partner));
        assertThat(apply(partner.id(), PartnerBuilder.sixpence())).isEqualTo(new Outcome.Unchanged(partner));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void aFileThatListsItsDiscountsInAnotherOrderIsTheSame() {
        Partner partner =
                created(PartnerBuilder.of("partner").discount("ONE", null, null).discount("TWO", 2, null));
        assertThat(apply(PartnerBuilder.of("partner").discount("TWO", 2, null).discount("ONE", null, null)))
                .isEqualTo(new Outcome.Unchanged(partner));
    }

    @Test
    void anotherFileOfThePartnerChangesItAndNeverItsIdentity() {
        Partner before = created(PartnerBuilder.sixpence());
        Outcome outcome = apply(PartnerBuilder.sixpence()
                .name("SixpenceX Ltd")
                .exchanges("SIXPENCE", "KRAKEN")
                .rate(60));
        assertThat(outcome).isEqualTo(new Outcome.Changed(enrolled("sixpence")));
        assertThat(enrolled("sixpence").id()).isEqualTo(before.id());
        assertThat(enrolled("sixpence").name()).isEqualTo("SixpenceX Ltd");
        assertThat(gangway.store().observed().audit())
                .extracting(entry -> entry.action())
                .containsExactly(AuditAction.PARTNER_ENROLLED, AuditAction.PARTNER_CHANGED);
    }

    @Test
    void aChangedSlugIsRefusedByIdAndByName() {
        Partner partner = created(PartnerBuilder.sixpence());
        Map<String, Long> before = gangway.store().observed().rows();
        assertThat(apply(PartnerBuilder.sixpence().slug("sixpence2"))).isEqualTo(new Outcome.SlugChanged(partner));
        assertThat(apply(
                        partner.id(),
                        PartnerBuilder.sixpence().slug("sixpence2").name("Another")))
                .isEqualTo(new Outcome.SlugChanged(partner));
        assertThat(gangway.store().observed().rows()).isEqualTo(before);
    }

    @Test
    void anIdThatIsNobodysOrAnothersIsRefused() {
        created(PartnerBuilder.sixpence());
        PartnerId unknown = gangway.ids().partnerId();
        assertThat(apply(unknown, PartnerBuilder.of("fresh"))).isEqualTo(new Outcome.IdUnknown());
        assertThat(apply(unknown, PartnerBuilder.sixpence())).isEqualTo(new Outcome.IdUnknown());
    }

    @Test
    void aNameOfAnotherPartnerIsRefused() {
        Partner one = created(PartnerBuilder.of("one"));
        created(PartnerBuilder.of("two"));
        assertThat(apply(PartnerBuilder.of("two").name(one.name()))).isEqualTo(new Outcome.SlugChanged(one));
    }
}
