package dev.gangway.application.registration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.registration.RegisterPartnerUser.Outcome;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.Fingerprints;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.partner.Partner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A fault at any port call leaves no half of a registration, and a retry completes it. */
class RegisterUnderFaultsTest {
    /** More calls than any registration makes: the loops below end long before. */
    private static final int NO_END = 1000;

    private InMemoryGangway gangway = new InMemoryGangway();
    private Partner sixpence =
            PartnerBuilder.sixpence().discount("FEW", 5, null).build();

    private void begin(boolean known) {
        gangway = new InMemoryGangway();
        sixpence = gangway.enrol(sixpence);
        if (known) {
            gangway.register(
                    sixpence,
                    RequestBuilder.of("user@example.com")
                            .discountCode("UNKNOWN")
                            .partnerUserId("p-1"));
        }
    }

    /** A call that has something to write of every kind. */
    private static RequestBuilder call() {
        return RequestBuilder.of("user@example.com")
                .discountCode("FEW")
                .partnerUserId("p-1")
                .key(RequestBuilder.API_KEY, "another-api-secret")
                .key("second-api-key", "second-api-secret");
    }

    private RegisterPartnerUser failing(Faults faults) {
        return new RegisterPartnerUser(
                faults.in(Registrations.class, gangway.ports().registrations()),
                faults.in(Transactions.class, gangway.ports().transactions()),
                faults.in(CredentialVault.class, gangway.crypto().vault()),
                faults.in(
                        Fingerprints.class,
                        keys -> faults.in(
                                Fingerprints.Fingerprinting.class,
                                gangway.crypto().fingerprints().beside(keys))),
                faults.in(LinkSigner.class, gangway.crypto().linkSigner()),
                faults.in(RandomTokens.class, gangway.crypto().randomTokens()),
                faults.in(Ids.class, gangway.ids()),
                gangway.clock(),
                InMemoryGangway.BASE_URL);
    }

    /** Whether the call came to its end in spite of the fault. */
    private boolean survives(Faults faults) {
        try {
            return failing(faults).execute(gangway.command(sixpence, call())) instanceof Registered;
        } catch (Faults.PortFault fault) {
            return false;
        }
    }

    private void assertComplete(Registered answer, boolean known) {
        assertThat(gangway.store().observed().users()).isEqualTo(1);
        assertThat(gangway.store().observed().attributions()).isEqualTo(1);
        assertThat(gangway.report(answer.userId()).sources()).hasSize(2);
        assertThat(gangway.report(answer.userId()).discountCode()).isEqualTo("FEW");
        // the first import of each, and that of the replaced secret
        assertThat(gangway.store().observed().queuedImports()).hasSize(known ? 3 : 2);
        RedeemRedirectToken.Command follow = new RedeemRedirectToken.Command(
                InMemoryGangway.tokenOf(answer), RedeemRedirectToken.Intent.NAVIGATION, null, InMemoryGangway.ORIGIN);
        assertThat(gangway.redeemRedirectToken().execute(follow))
                .isInstanceOf(RedeemRedirectToken.Outcome.SignedIn.class);
    }

    private int faultAtEveryCall(boolean known, Faults.Moment moment) {
        for (int call = 1; call < NO_END; call++) {
            begin(known);
            Map<String, Long> before = gangway.store().observed().rows();
            Faults faults = new Faults(call, moment);
            boolean survived = survives(faults);
            if (!faults.fired()) {
                return call - 1;
            }
            assertThat(survived).as("call %d", call).isFalse();
            Map<String, Long> after = gangway.store().observed().rows();
            if (moment == Faults.Moment.BEFORE) {
                assertThat(after).as("left behind by call %d", call).isEqualTo(before);
            }
            Registered retried = gangway.register(sixpence, call());
            if (after.equals(before)) {
                assertThat(retried.created()).as("call %d", call).isEqualTo(!known);
            } else {
                assertThat(retried.created()).as("call %d", call).isFalse();
            }
            assertComplete(retried, known);
        }
        throw new AssertionError("A registration makes no end of calls");
    }

    @ParameterizedTest
    @EnumSource(Faults.Moment.class)
    void ofANewUser(Faults.Moment moment) {
        assertThat(faultAtEveryCall(false, moment)).isGreaterThanOrEqualTo(14);
    }

    @ParameterizedTest
    @EnumSource(Faults.Moment.class)
    void ofAKnownUser(Faults.Moment moment) {
        assertThat(faultAtEveryCall(true, moment)).isGreaterThanOrEqualTo(26);
    }

    @Test
    void manyFirstRegistrationsAtOnceEndInOneUserOneSourceAndOneLink() {
        begin(false);
        List<Outcome> outcomes = Race.amongAll(i -> gangway.registerPartnerUser()
                .execute(gangway.command(sixpence, RequestBuilder.of("user@example.com"))));
        assertThat(outcomes).allSatisfy(outcome -> assertThat(outcome).isInstanceOf(Registered.class));
        List<Registered> answers = outcomes.stream().map(Registered.class::cast).toList();
        assertThat(answers).filteredOn(Registered::created).hasSize(1);
        assertThat(answers)
                .extracting(Registered::userId)
                .containsOnly(answers.get(0).userId());
        assertThat(gangway.store().observed().users()).isEqualTo(1);
        assertThat(gangway.store().observed().queuedImports()).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> gangway.redeemRedirectToken()
                                .execute(new RedeemRedirectToken.Command(
                                        InMemoryGangway.tokenOf(answer),
                                        RedeemRedirectToken.Intent.CONFIRMED,
                                        null,
                                        InMemoryGangway.ORIGIN))
                        instanceof RedeemRedirectToken.Outcome.SignedIn)
                .hasSize(1);
    }
}
