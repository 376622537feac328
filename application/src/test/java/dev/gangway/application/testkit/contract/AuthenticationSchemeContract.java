package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.ErrorCode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every {@link AuthenticationScheme} is held to, whatever it reads. */
public interface AuthenticationSchemeContract {
    /** The core that the scheme under test looks credentials up in; the same within one test. */
    InMemoryGangway gangway();

    /** The scheme under test. */
    AuthenticationScheme scheme();

    /** What its credentials are. */
    CredentialType type();

    /** A new secret of one credential, held by its partner. */
    Holder holder(CredentialId id, Partner partner);

    /** What every refusal of a well-formed call says, whichever of them it is. */
    ErrorCode refusal();

    /** A partner's side of a credential. */
    interface Holder {
        /** What is stored of it. */
        CredentialMaterial material();

        /** A right call, made now, in its headers. */
        Map<String, List<String>> headers();

        /** What nothing may ever repeat. */
        String secret();
    }

    private static Partner partner(InMemoryGangway gangway, String slug) {
        return gangway.enrol(PartnerBuilder.of(slug).rate(600).build());
    }

    private void store(Partner partner, CredentialId id, Holder holder, CredentialLimits limits) {
        store(partner, id, type(), holder, limits);
    }

    private void store(Partner partner, CredentialId id, CredentialType as, Holder holder, CredentialLimits limits) {
        Instant now = gangway().clock().instant();
        PartnerCredential credential = new PartnerCredential(
                id, partner.id(), as, Set.of(Scope.USERS_READ), null, now, now.plus(Duration.ofDays(1)), null, limits);
        AuditEntry audit = new AuditEntry(
                AuditAction.CREDENTIAL_ISSUED, partner.id(), null, id.value(), InMemoryGangway.ORIGIN, now);
        gangway().ports().partnerCredentials().add(credential, holder.material(), audit);
    }

    private Verdict call(Map<String, List<String>> headers, String address) {
        ApiCall call = new ApiCall("GET", "/api/v1/partner/whoami", headers, address);
        assertThat(scheme().recognises(call)).isTrue();
        return scheme().authenticate(call);
    }

    private Verdict call(Holder holder) {
        return call(holder.headers(), "192.0.2.7");
    }

    private void assertRefused(Verdict verdict, String... secrets) {
        assertThat(verdict).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            assertThat(refused.code()).isEqualTo(refusal());
            assertThat(refused.toString()).doesNotContain(secrets);
            assertThat(refused.reason()).doesNotContain(secrets);
        });
    }

    @Test
    default void aRightCallIsItsPartner() {
        Partner partner = partner(gangway(), "one");
        CredentialId id = gangway().ids().credentialId();
        Holder holder = holder(id, partner);
        store(partner, id, holder, CredentialLimits.NONE);
        assertThat(call(holder))
                .isEqualTo(new Verdict.Accepted(new Principal(
                        partner,
                        id,
                        scheme().name(),
                        type(),
                        Set.of(Scope.USERS_READ),
                        type().rate(new CallRate(600)))));
    }

    @Test
    default void aCallWithoutWhatItReadsIsNotItsOwn() {
        assertThat(scheme().recognises(new ApiCall("GET", "/", Map.of(), "192.0.2.7")))
                .isFalse();
        assertThat(scheme().recognises(new ApiCall("GET", "/", Map.of("cookie", List.of("a=b")), "192.0.2.7")))
                .isFalse();
    }

    @Test
    default void unknownForgedExpiredAndRevokedAreRefusedAlike() {
        Partner partner = partner(gangway(), "one");
        CredentialId unknown = gangway().ids().credentialId();
        Holder nobody = holder(unknown, partner);
        assertRefused(call(nobody), nobody.secret());

        CredentialId id = gangway().ids().credentialId();
        Holder right = holder(id, partner);
        Holder forger = holder(id, partner);
        store(partner, id, right, CredentialLimits.NONE);
        assertRefused(call(forger), right.secret(), forger.secret());
        assertThat(call(right)).isInstanceOf(Verdict.Accepted.class);

        gangway().clock().advance(Duration.ofDays(1));
        assertRefused(call(right), right.secret());

        CredentialId revoked = gangway().ids().credentialId();
        Holder former = holder(revoked, partner);
        store(partner, revoked, former, CredentialLimits.NONE);
        gangway().revokeCredential().execute(new RevokeCredential.Command(revoked, InMemoryGangway.ORIGIN));
        assertRefused(call(former), former.secret());
    }

    @Test
    default void anAddressThatTheCredentialDoesNotAllowIsRefusedAlikeToo() {
        Partner partner = partner(gangway(), "one");
        CredentialId id = gangway().ids().credentialId();
        Holder holder = holder(id, partner);
        CredentialLimits limits = new CredentialLimits(
                List.of(AddressRange.of("ip", "203.0.113.0/24"), AddressRange.of("ip", "2001:db8::/32")), null);
        store(partner, id, holder, limits);
        for (String stranger : List.of("192.0.2.7", "203.0.114.1", "2001:db9::1", "", "unknown")) {
            assertRefused(call(holder.headers(), stranger), holder.secret());
        }
        assertThat(call(holder.headers(), "203.0.113.9")).isInstanceOf(Verdict.Accepted.class);
        gangway().clock().advance(Duration.ofSeconds(1));
        assertThat(call(holder.headers(), "2001:db8:1::9")).isInstanceOf(Verdict.Accepted.class);
        gangway().clock().advance(Duration.ofSeconds(1));
        assertThat(call(holder.headers(), "::ffff:203.0.113.9")).isInstanceOf(Verdict.Accepted.class);
    }

    @Test
    default void aRateOfItsOwnGoesWithIt() {
        Partner partner = partner(gangway(), "one");
        CredentialId id = gangway().ids().credentialId();
        Holder holder = holder(id, partner);
        store(partner, id, holder, new CredentialLimits(List.of(), new CallRate(7)));
        assertThat(call(holder))
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.principal().rate()).isEqualTo(new CallRate(7)));
    }

    @Test
    default void aRepeatedHeaderIsRefusedThoughBothAreRight() {
        Partner partner = partner(gangway(), "one");
        CredentialId id = gangway().ids().credentialId();
        Holder holder = holder(id, partner);
        store(partner, id, holder, CredentialLimits.NONE);
        for (String header : holder.headers().keySet()) {
            Map<String, List<String>> twice = new HashMap<>(holder.headers());
            twice.merge(header, twice.get(header), (one, two) -> List.of(one.get(0), two.get(0)));
            assertThat(scheme().recognises(new ApiCall("GET", "/", twice, "192.0.2.7"))
                            && scheme().authenticate(new ApiCall("GET", "/", twice, "192.0.2.7"))
                                    instanceof Verdict.Accepted)
                    .as(header)
                    .isFalse();
        }
    }

    @Test
    default void aCredentialOfAnotherKindIsRefused() {
        Partner partner = partner(gangway(), "one");
        for (CredentialType other : CredentialType.values()) {
            CredentialId id = gangway().ids().credentialId();
            Holder holder = holder(id, partner);
            if (other != type() && !isOfOtherMaterial(other, holder.material())) {
                store(partner, id, other, holder, CredentialLimits.NONE);
                assertRefused(call(holder), holder.secret());
            }
        }
    }

    /** Whether no credential of that kind could be stored with this material. */
    private static boolean isOfOtherMaterial(CredentialType type, CredentialMaterial material) {
        return switch (material) {
            case CredentialMaterial.SealedSecret secret ->
                type != CredentialType.CLIENT_SECRET && type != CredentialType.SIGNING_KEY;
            case CredentialMaterial.TokenHash hash -> true;
            case CredentialMaterial.PublicKey key -> true;
            case CredentialMaterial.KeySetAddress address -> true;
        };
    }
}
