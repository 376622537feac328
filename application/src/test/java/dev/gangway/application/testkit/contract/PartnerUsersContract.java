package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk.Handed;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.user.PartnerSource;
import dev.gangway.application.user.PartnerUser;
import dev.gangway.application.user.UserReference;
import dev.gangway.application.user.port.PartnerUsers.Page;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Realm;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@code PartnerUsers} is held to. */
public interface PartnerUsersContract extends PersistenceContract {
    private @Nullable PartnerUser byId(UserId user, Partner partner) {
        return ports().partnerUsers().find(new UserReference.ById(user), partner.id());
    }

    private @Nullable PartnerUser byEmail(Realm realm, String email, Partner partner) {
        return ports().partnerUsers()
                .find(new UserReference.ByEmail(realm, EmailAddress.of("email", email)), partner.id());
    }

    private @Nullable PartnerUser byOwnId(String id, Partner partner) {
        return ports().partnerUsers().find(new UserReference.ByPartnerUserId(new PartnerUserId(id)), partner.id());
    }

    private void connect(Desk desk, UserId user, Partner partner, ConnectionStatus status) {
        ports().arranged()
                .connect(
                        user,
                        new Connection(
                                partner.id(), status, status == ConnectionStatus.PENDING ? null : desk.now(), null),
                        desk.now());
    }

    private List<PartnerSource> sources(UserId user, Partner partner) {
        return Objects.requireNonNull(ports().partnerUsers().sources(user, partner.id()));
    }

    @Test
    default void whoBroughtAUserSeesWhatItTold() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence, RequestBuilder.by(sixpence, "Jordan@Example.com").partnerUserId("p-1"));
        PartnerUser user = Objects.requireNonNull(byId(handed.user(), sixpence));

        assertThat(user.id()).isEqualTo(handed.user());
        assertThat(user.email()).isEqualTo("Jordan@Example.com");
        assertThat(user.name())
                .isEqualTo(
                        Objects.requireNonNull(handed.registration().newUser()).name());
        assertThat(user.surname()).isEqualTo(handed.registration().newUser().surname());
        assertThat(user.jurisdiction())
                .isEqualTo(handed.registration().newUser().jurisdiction());
        assertThat(user.partnerUserId()).isEqualTo(new PartnerUserId("p-1"));
        assertThat(user.connectedAt()).isEqualTo(desk.now());
        assertThat(user.createdAt()).isEqualTo(desk.now());
        assertThat(user.sources()).isEqualTo(1);
        assertThat(byEmail(Realm.SHARED, "jordan@EXAMPLE.com", sixpence)).isEqualTo(user);
        assertThat(byOwnId("p-1", sixpence)).isEqualTo(user);
    }

    @Test
    default void aPartnerThatIsLetInLaterSeesNothingThatAnotherSent() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        Handed handed = desk.register(
                sixpence, RequestBuilder.by(sixpence, "Jordan@Example.com").partnerUserId("p-1"));
        desk.later(Duration.ofHours(1));
        connect(desk, handed.user(), other, ConnectionStatus.ACTIVE);
        PartnerUser user = Objects.requireNonNull(byId(handed.user(), other));

        assertThat(user.email()).isEqualTo("jordan@example.com");
        assertThat(user.name()).isNull();
        assertThat(user.surname()).isNull();
        assertThat(user.jurisdiction()).isNull();
        assertThat(user.partnerUserId()).isNull();
        assertThat(user.connectedAt()).isEqualTo(desk.now());
        assertThat(user.sources()).isZero();
        assertThat(byOwnId("p-1", other)).isNull();
        assertThat(sources(handed.user(), other)).isEmpty();
    }

    @Test
    default void onlyAnActiveConnectionLetsAPartnerIn() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        UserId untold = desk.register(sixpence, "a@example.com").user();
        UserId pending = desk.register(sixpence, "b@example.com").user();
        UserId revoked = desk.register(sixpence, "c@example.com").user();
        connect(desk, pending, other, ConnectionStatus.PENDING);
        connect(desk, revoked, other, ConnectionStatus.REVOKED);

        for (UserId user : List.of(untold, pending, revoked, desk.ids().userId())) {
            assertThat(byId(user, other)).isNull();
            assertThat(ports().partnerUsers().sources(user, other.id())).isNull();
        }
        assertThat(byEmail(Realm.SHARED, "a@example.com", other)).isNull();
        assertThat(Objects.requireNonNull(ports().partnerUsers().page(other.id(), null, 100))
                        .users())
                .isEmpty();
    }

    @Test
    default void anAddressIsLookedForInThePartnersRealm() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        desk.register(sixpence, "user@example.com");

        assertThat(byEmail(Realm.SHARED, "user@example.com", sixpence)).isNotNull();
        assertThat(byEmail(new Realm("elsewhere"), "user@example.com", sixpence))
                .isNull();
        assertThat(byEmail(Realm.SHARED, "use.r@example.com", sixpence)).isNull();
    }

    @Test
    default void aPartnerSeesTheSourcesThatItSentAndAllOnceTheUserSharesThem() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other =
                desk.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());
        Handed first = desk.register(sixpence, "user@example.com");
        connect(desk, first.user(), other, ConnectionStatus.ACTIVE);
        Handed second = desk.register(
                other, RequestBuilder.by(other, "user@example.com").key("others-key-0001", "others-secret"));

        assertThat(sources(first.user(), sixpence))
                .extracting(PartnerSource::id)
                .containsExactly(first.source());
        assertThat(sources(first.user(), other)).extracting(PartnerSource::id).containsExactly(second.source());
        ports().portfolios()
                .share(
                        first.user(),
                        other.id(),
                        Sharing.ALL_SOURCES,
                        desk.audit(
                                AuditAction.SHARING_WIDENED, other, first.user().value()));
        assertThat(sources(first.user(), other))
                .extracting(PartnerSource::id)
                .containsExactly(first.source(), second.source());
        assertThat(Objects.requireNonNull(byId(first.user(), other)).sources()).isEqualTo(2);
        assertThat(Objects.requireNonNull(byId(first.user(), sixpence)).sources())
                .isEqualTo(1);
    }

    @Test
    default void aSourceTellsItsStatusAndWhyItFailed() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Handed handed = desk.register(
                sixpence,
                RequestBuilder.by(sixpence, "user@example.com")
                        .key("key-0000000001", "secret-0000001")
                        .key("key-0000000002", "secret-0000002"));
        Begun good = desk.begin(handed.source(0));
        Begun bad = desk.begin(handed.source(1));
        assertThat(ports().sourceImports().complete(good, desk.later(Duration.ofSeconds(1))))
                .isTrue();
        assertThat(ports().sourceImports().fail(bad, SourceFailure.KEY_NOT_READ_ONLY, desk.now()))
                .isTrue();

        assertThat(sources(handed.user(), sixpence))
                .extracting(PartnerSource::status, PartnerSource::failure, PartnerSource::importedAt)
                .containsExactly(
                        tuple(SourceStatus.POPULATED, null, desk.now()),
                        tuple(SourceStatus.CREDENTIALS_FAILED, SourceFailure.KEY_NOT_READ_ONLY, null));
    }

    @Test
    default void pagesTellEveryUserOnceInTheOrderOfTheirIds() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        List<UserId> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(desk.register(sixpence, "user" + i + "@example.com").user());
            desk.register(other, "other" + i + "@example.com");
        }
        List<UserId> told = new ArrayList<>();
        UserId after = null;
        Page page;
        do {
            page = Objects.requireNonNull(ports().partnerUsers().page(sixpence.id(), after, 3));
            page.users().forEach(user -> told.add(user.id()));
            after = page.users().getLast().id();
            assertThat(page.more()).isEqualTo(told.size() < 7);
        } while (page.more());

        assertThat(told).containsExactlyElementsOf(all);
        Page whole = Objects.requireNonNull(ports().partnerUsers().page(sixpence.id(), null, 7));
        assertThat(whole.users()).hasSize(7);
        assertThat(whole.more()).isFalse();
    }

    @Test
    default void aPlaceIsOneOfThePartnersOwnUsersThoughItHasLeft() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        UserId first = desk.register(sixpence, "a@example.com").user();
        UserId second = desk.register(sixpence, "b@example.com").user();
        connect(desk, first, sixpence, ConnectionStatus.REVOKED);

        Page page = Objects.requireNonNull(ports().partnerUsers().page(sixpence.id(), first, 10));
        assertThat(page.users()).extracting(PartnerUser::id).containsExactly(second);
        assertThat(ports().partnerUsers().page(other.id(), first, 10)).isNull();
        assertThat(ports().partnerUsers().page(sixpence.id(), desk.ids().userId(), 10))
                .isNull();
    }
}
