package dev.gangway.application.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.Sharing;
import dev.gangway.domain.user.UserId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** A partner sees what it sent of the users that let it in; more if the user says so. */
final class ViewPortfolioTest {
    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Partner other =
            gangway.enrol(PartnerBuilder.of("other").exchanges("SIXPENCE").build());

    private Registered register(Partner partner, String email, String key) {
        return gangway.register(partner, RequestBuilder.by(partner, email).key(key, "secret-of-" + key));
    }

    private static SourceId source(Registered registered) {
        return registered.sources().get(0).id();
    }

    private void store(SourceId source, String asset) {
        Begun run = begin(source);
        LedgerTransaction deposit = new LedgerTransaction(
                asset,
                TransactionKind.DEPOSIT,
                gangway.clock().instant(),
                new Amount(new AssetCode(asset), BigDecimal.ONE),
                null,
                null,
                "{}",
                1);
        gangway.ports()
                .sourceImports()
                .store(run, List.of(deposit), null, gangway.clock().instant());
        gangway.ports().sourceImports().complete(run, gangway.clock().instant());
    }

    private Begun begin(SourceId source) {
        return Objects.requireNonNull(gangway.ports()
                .sourceImports()
                .begin(source, gangway.ids().importRunId(), gangway.clock().instant()));
    }

    private void connect(UserId user, Partner partner) {
        gangway.ports()
                .arranged()
                .connect(
                        user,
                        new Connection(
                                partner.id(),
                                ConnectionStatus.ACTIVE,
                                gangway.clock().instant(),
                                null),
                        gangway.clock().instant());
    }

    private String seenBy(Partner partner, UserId user) {
        return switch (gangway.viewPortfolio().execute(new ViewPortfolio.Command(user, partner.id()))) {
            case ViewPortfolio.Outcome.Found found ->
                found.portfolio().holdings().stream()
                        .map(holding -> holding.asset().value())
                        .toList()
                        .toString();
            case ViewPortfolio.Outcome.NoSuchUser nobody -> "nobody";
        };
    }

    private ChangeSharing.Outcome share(UserId user, Partner partner, Sharing sharing) {
        return gangway.changeSharing()
                .execute(new ChangeSharing.Command(user, partner.id(), sharing, InMemoryGangway.ORIGIN));
    }

    @Test
    void eachPartnerSeesTheSourcesThatItSentAlsoAsDuplicates() {
        Registered one = register(sixpence, "user@example.com", "first-key-0001");
        Registered two = register(sixpence, "user@example.com", "second-key-0002");
        store(source(one), "BTC");
        store(source(two), "ETH");
        assertThat(seenBy(other, one.userId())).isEqualTo("nobody");

        connect(one.userId(), other);
        assertThat(seenBy(sixpence, one.userId())).isEqualTo("[BTC, ETH]");
        assertThat(seenBy(other, one.userId())).isEqualTo("[]");

        assertThat(register(other, "user@example.com", "second-key-0002").sourcesAdded())
                .isZero();
        assertThat(seenBy(other, one.userId())).isEqualTo("[ETH]");
    }

    @Test
    void aMergedSourceCountsForWhoeverSentIt() {
        Registered one = register(sixpence, "user@example.com", "first-key-0001");
        connect(one.userId(), other);
        store(source(one), "BTC");
        gangway.ports()
                .sourceImports()
                .bindAccount(
                        begin(source(one)),
                        new AccountReference("acct-1"),
                        gangway.clock().instant());
        Registered byOther = register(other, "user@example.com", "other-key-0009");
        store(source(byOther), "ETH");
        assertThat(seenBy(other, one.userId())).isEqualTo("[ETH]");

        Bound bound = gangway.ports()
                .sourceImports()
                .bindAccount(
                        begin(source(byOther)),
                        new AccountReference("acct-1"),
                        gangway.clock().instant());

        assertThat(bound).isEqualTo(Bound.MERGED);
        assertThat(seenBy(other, one.userId())).isEqualTo("[BTC]");
        assertThat(seenBy(sixpence, one.userId())).isEqualTo("[BTC]");
    }

    @Test
    void theUserSharesMoreAndTakesItBack() {
        Registered one = register(sixpence, "user@example.com", "first-key-0001");
        Registered stranger = register(sixpence, "stranger@example.com", "stranger-key-01");
        store(source(one), "BTC");
        store(source(stranger), "DOGE");
        connect(one.userId(), other);

        assertThat(share(one.userId(), other, Sharing.ALL_SOURCES)).isEqualTo(new ChangeSharing.Outcome.Holds());
        assertThat(seenBy(other, one.userId())).isEqualTo("[BTC]");
        assertThat(seenBy(other, stranger.userId())).isEqualTo("nobody");
        assertThat(share(one.userId(), other, Sharing.SENT_SOURCES)).isEqualTo(new ChangeSharing.Outcome.Holds());
        assertThat(seenBy(other, one.userId())).isEqualTo("[]");

        assertThat(gangway.store().observed().audit())
                .filteredOn(entry -> entry.subject().equals(one.userId().value())
                        && entry.partnerId() != null
                        && entry.partnerId().equals(other.id()))
                .extracting(entry -> entry.action())
                .containsExactly(AuditAction.SHARING_WIDENED, AuditAction.SHARING_NARROWED);
    }

    @Test
    void nothingIsSharedWithWhoeverIsNotConnected() {
        Registered one = register(sixpence, "user@example.com", "first-key-0001");

        assertThat(share(one.userId(), other, Sharing.ALL_SOURCES)).isEqualTo(new ChangeSharing.Outcome.NotConnected());
        assertThat(gangway.viewSharing().execute(new ViewSharing.Command(one.userId())))
                .isEqualTo(new ViewSharing.Outcome.Found(
                        List.of(new SharedConnection(sixpence.id(), "SixpenceX", Sharing.SENT_SOURCES))));
    }

    @Test
    void propertiesAreThoseOfWhatIsSeen() {
        Registered one = register(sixpence, "user@example.com", "first-key-0001");
        store(source(one), "BTC");
        connect(one.userId(), other);

        assertThat(properties(sixpence, one.userId()))
                .isEqualTo(new PortfolioProperties(
                        null, 1, 1, gangway.clock().instant(), gangway.clock().instant(), 1));
        assertThat(properties(other, one.userId())).isEqualTo(new PortfolioProperties(null, 0, 0, null, null, 0));
        assertThat(gangway.viewPortfolioProperties()
                        .execute(new ViewPortfolioProperties.Command(
                                gangway.ids().userId(), other.id())))
                .isEqualTo(new ViewPortfolioProperties.Outcome.NoSuchUser());
    }

    private PortfolioProperties properties(Partner partner, UserId user) {
        return switch (gangway.viewPortfolioProperties()
                .execute(new ViewPortfolioProperties.Command(user, partner.id()))) {
            case ViewPortfolioProperties.Outcome.Found found -> found.properties();
            case ViewPortfolioProperties.Outcome.NoSuchUser nobody -> throw new AssertionError("nobody");
        };
    }
}
