package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.AddressRange;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link CredentialLookup} is held to. */
public interface CredentialLookupContract extends PersistenceContract {
    private PartnerCredential issue(Desk desk, Partner partner, String token) {
        PartnerCredential credential = new PartnerCredential(
                desk.ids().credentialId(),
                partner.id(),
                CredentialType.BEARER,
                Scope.DEFAULT,
                "label",
                desk.now(),
                null,
                null);
        ports().partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.TokenHash(Hashes.of(token)),
                        desk.audit(
                                AuditAction.CREDENTIAL_ISSUED,
                                partner,
                                credential.id().value()));
        return credential;
    }

    @Test
    default void aTokensHashFindsItsCredentialAndPartner() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        Partner other = desk.enrol(PartnerBuilder.of("other").build());
        PartnerCredential one = issue(desk, sixpence, "one");
        PartnerCredential two = issue(desk, other, "two");
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("one"))).isEqualTo(found(one, "one", sixpence));
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("two"))).isEqualTo(found(two, "two", other));
    }

    private static CredentialLookup.Found found(PartnerCredential credential, String token, Partner partner) {
        return new CredentialLookup.Found(credential, new CredentialMaterial.TokenHash(Hashes.of(token)), partner);
    }

    @Test
    default void anIdFindsItsCredentialWithWhatItsCallsAreVerified() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        CredentialLimits limits = new CredentialLimits(
                List.of(AddressRange.of("ip", "203.0.113.0/24"), AddressRange.of("ip", "2001:db8::1")),
                new CallRate(7));
        Map<CredentialType, CredentialMaterial> materials = Map.of(
                CredentialType.CLIENT_SECRET, new CredentialMaterial.SealedSecret("v1.sealed.client"),
                CredentialType.SIGNING_KEY, new CredentialMaterial.SealedSecret("v1.sealed.signing"),
                CredentialType.PUBLIC_KEY, new CredentialMaterial.PublicKey("-----BEGIN PUBLIC KEY-----\nx"),
                CredentialType.JWKS,
                        new CredentialMaterial.KeySetAddress(new WebAddress("https://partner.example/jwks.json")));
        materials.forEach((type, material) -> {
            PartnerCredential credential = new PartnerCredential(
                    desk.ids().credentialId(),
                    sixpence.id(),
                    type,
                    Scope.DEFAULT,
                    null,
                    desk.now(),
                    null,
                    null,
                    limits);
            ports().partnerCredentials()
                    .add(credential, material, desk.audit(AuditAction.CREDENTIAL_ISSUED, sixpence, type.apiName()));
            assertThat(ports().credentialLookup().byId(credential.id()))
                    .isEqualTo(new CredentialLookup.Found(credential, material, sixpence));
        });
        assertThat(ports().credentialLookup().byId(desk.ids().credentialId())).isNull();
    }

    @Test
    default void anUnknownHashFindsNothing() {
        Desk desk = desk();
        issue(desk, desk.sixpence(), "one");
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("One"))).isNull();
    }

    @Test
    default void aRevokedCredentialIsFoundAsRevoked() {
        Desk desk = desk();
        Partner sixpence = desk.sixpence();
        PartnerCredential credential = issue(desk, sixpence, "one");
        ports().partnerCredentials()
                .revoke(credential.id(), desk.now(), desk.audit(AuditAction.CREDENTIAL_REVOKED, sixpence, "x"));
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("one"))).satisfies(found -> {
            assertThat(found).isNotNull();
            assertThat(found.credential().revokedAt()).isEqualTo(desk.now());
        });
    }

    @Test
    default void thePartnerIsFoundAsItIsNow() {
        Desk desk = desk();
        Partner before = desk.sixpence();
        issue(desk, before, "one");
        Partner after = PartnerBuilder.like(before).exchanges("NEW").rate(7).build();
        ports().partners().change(after, desk.audit(AuditAction.PARTNER_CHANGED, after, "x"));
        assertThat(ports().credentialLookup().byTokenHash(Hashes.of("one")))
                .extracting(found -> found.partner())
                .isEqualTo(after);
    }
}
