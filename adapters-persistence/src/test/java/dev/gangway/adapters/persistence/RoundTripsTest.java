package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.Admission;
import dev.gangway.application.auth.CallCounter;
import dev.gangway.application.idempotency.port.AnsweredCalls.Remembered;
import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.fixture.RoundTrips;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.Digest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often a registration waits for PostgreSQL. What decides the speed of the product's one call must not creep. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RoundTripsTest {
    private final RoundTrips roundTrips = new RoundTrips(TestDatabase.POSTGRESQL.newMigratedUrl());
    private final Database database = Database.open(DatabaseSettings.of(roundTrips.url()));
    private final PersistencePorts ports;
    private final Desk desk;
    private final Partner partner;
    private int users;

    RoundTripsTest() {
        ports = StoreTest.ports(database, new Tables(database));
        desk = new Desk(ports);
        partner = desk.enrol(PartnerBuilder.of("counted")
                .discount("OPEN", null, null)
                .discount("FEW", 1000, null)
                .defaultDiscount("OPEN")
                .build());
    }

    @AfterAll
    void close() throws IOException {
        database.close();
        roundTrips.close();
    }

    /** The round trips of one registration after another like it: statements are prepared when they are first used. */
    private int ofNewUser(UnaryOperator<RequestBuilder> like) {
        record(like);
        return record(like);
    }

    private int record(UnaryOperator<RequestBuilder> like) {
        String email = "user" + users++ + "@example.com";
        RegistrationRequest request =
                like.apply(RequestBuilder.by(partner, email)).build(partner);
        Registration registration = desk.decideAsNew(partner, request);
        return roundTrips.of(
                () -> assertThat(ports.registrations().record(registration)).isEqualTo(Recorded.KEPT));
    }

    @Test
    void aNewUserTakesOneTheCommitIncluded() {
        assertThat(ofNewUser(request -> request)).isEqualTo(1);
    }

    @Test
    void fifteenSourcesTakeNoMore() {
        assertThat(ofNewUser(request -> {
                    IntStream.range(0, 15).forEach(i -> request.key("api-key-" + i + "-of-many", "api-secret-" + i));
                    return request;
                }))
                .isEqualTo(1);
    }

    @Test
    void aCappedDiscountTakesNoMore() {
        assertThat(ofNewUser(request -> request.discountCode("FEW"))).isEqualTo(1);
    }

    @Test
    void aPartnersIdThatMayBeTakenMakesTheCommitOneOfItsOwn() {
        assertThat(ofNewUser(request -> request.partnerUserId("id-" + users))).isEqualTo(2);
    }

    @Test
    void aKnownUserTakesOneInVainThenLockAndSnapshotWriteAndCommit() {
        String email = "known@example.com";
        desk.register(partner, email);
        desk.register(partner, email);
        assertThat(roundTrips.of(() ->
                        assertThat(desk.register(partner, email).recorded()).isEqualTo(Recorded.KEPT)))
                .isEqualTo(4);
    }

    @Test
    void aCallOfALimitedCredentialTakesOneWhetherItIsAdmittedOrNot() {
        CallCounter counter = new CallCounter("limited");
        ports.callRates().admit(counter, 3, desk.now());
        for (boolean admitted : new boolean[] {true, true, false}) {
            assertThat(roundTrips.of(() -> assertThat(ports.callRates().admit(counter, 3, desk.now()))
                            .extracting(Admission::admitted)
                            .isEqualTo(admitted)))
                    .isEqualTo(1);
        }
    }

    @Test
    void aCallWithAKeyTakesLockAndLookWorkAnswerAndOneCommit() {
        assertThat(ofAnsweredCall()).isPositive();
        assertThat(ofAnsweredCall()).isEqualTo(4);
    }

    private int ofAnsweredCall() {
        String email = "user" + users++ + "@example.com";
        Registration registration =
                desk.decideAsNew(partner, RequestBuilder.by(partner, email).build(partner));
        Digest call = Hashes.of(email);
        Remembered answer = new Remembered(
                Hashes.of("request"),
                "201 {}",
                registration.userId(),
                desk.now().plusSeconds(60));
        return roundTrips.of(() -> ports.answeredCalls().hold(call, desk.now(), before -> {
            assertThat(ports.registrations().record(registration)).isEqualTo(Recorded.KEPT);
            ports.answeredCalls().remember(call, answer);
            return answer;
        }));
    }

    private int ofPage(Begun run, int from, int size) {
        List<LedgerTransaction> page = IntStream.range(from, from + size)
                .mapToObj(i -> new LedgerTransaction(
                        "tx" + i,
                        TransactionKind.DEPOSIT,
                        desk.now(),
                        new Amount(new AssetCode("BTC"), BigDecimal.ONE),
                        null,
                        null,
                        "{}",
                        1))
                .toList();
        return roundTrips.of(() -> assertThat(ports.sourceImports().store(run, page, "c", desk.now()))
                .isTrue());
    }

    @Test
    void aPageOfAnImportTakesLockLookWriteAndCommitHoweverLongItIs() {
        Begun run = desk.begin(desk.register(partner, "importing@example.com").source());
        ofPage(run, 0, 10);
        assertThat(ofPage(run, 10, 1)).isEqualTo(4);
        assertThat(ofPage(run, 11, 1000)).isEqualTo(4);
        assertThat(ofPage(run, 500, 100)).isEqualTo(3);
    }
}
