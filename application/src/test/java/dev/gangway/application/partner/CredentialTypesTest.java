package dev.gangway.application.partner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.AddressRange;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every type of credential is issued and rotated: what is kept of each, and what leaves. */
class CredentialTypesTest {
    private static final CredentialLimits LIMITS =
            new CredentialLimits(List.of(AddressRange.of("allow_ip", "192.0.2.0/24")), new CallRate(7));

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final Partner sixpence = gangway.enrol(PartnerBuilder.sixpence().build());
    private final Instant end = gangway.clock().instant().plus(Duration.ofDays(90));

    private IssueCredential.Outcome issue(CredentialType type, @Nullable BroughtKey key) {
        return gangway.issueCredential()
                .execute(new IssueCredential.Command(
                        new PartnerReference("sixpence"),
                        type,
                        Set.of(Scope.USERS_READ),
                        LIMITS,
                        end,
                        "label",
                        key,
                        InMemoryGangway.ORIGIN));
    }

    private IssueCredential.Outcome.Issued issued(CredentialType type, @Nullable BroughtKey key) {
        IssueCredential.Outcome outcome = issue(type, key);
        assertThat(outcome).isInstanceOf(IssueCredential.Outcome.Issued.class);
        return (IssueCredential.Outcome.Issued) outcome;
    }

    private RotateCredential.Outcome rotate(PartnerCredential old, @Nullable BroughtKey key) {
        return gangway.rotateCredential()
                .execute(new RotateCredential.Command(old.id(), Duration.ofHours(1), key, InMemoryGangway.ORIGIN));
    }

    private CredentialMaterial material(PartnerCredential credential) {
        return Objects.requireNonNull(gangway.ports().credentialLookup().byId(credential.id()))
                .material();
    }

    private static @Nullable BroughtKey key(CredentialType type) {
        return switch (type) {
            case BEARER, CLIENT_SECRET, SIGNING_KEY -> null;
            case PUBLIC_KEY -> new BroughtKey.Pem(pem());
            case JWKS -> new BroughtKey.SetAddress(InMemoryGangway.KEY_SET);
        };
    }

    private static String pem() {
        try {
            KeyPairGenerator pairs = KeyPairGenerator.getInstance("EC");
            pairs.initialize(256);
            byte[] der = pairs.generateKeyPair().getPublic().getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static Class<? extends CredentialMaterial> kept(CredentialType type) {
        return switch (type) {
            case BEARER -> CredentialMaterial.TokenHash.class;
            case CLIENT_SECRET, SIGNING_KEY -> CredentialMaterial.SealedSecret.class;
            case PUBLIC_KEY -> CredentialMaterial.PublicKey.class;
            case JWKS -> CredentialMaterial.KeySetAddress.class;
        };
    }

    @ParameterizedTest
    @EnumSource
    void aCredentialIsWhatItWasAskedToBe(CredentialType type) {
        BroughtKey key = key(type);
        IssueCredential.Outcome.Issued issued = issued(type, key);
        assertThat(issued.credential())
                .isEqualTo(new PartnerCredential(
                        issued.credential().id(),
                        sixpence.id(),
                        type,
                        Set.of(Scope.USERS_READ),
                        "label",
                        gangway.clock().instant(),
                        end,
                        null,
                        LIMITS));
        assertThat(material(issued.credential())).isInstanceOf(kept(type));
        assertThat(issued.secret() == null).as("what the partner has already").isEqualTo(key != null);
        if (issued.secret() != null) {
            assertThat(issued.toString()).doesNotContain(issued.secret().value());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRotatedOneKeepsItsScopesLimitsLabelAndLifetime(CredentialType type) {
        PartnerCredential old = issued(type, key(type)).credential();
        gangway.clock().set(gangway.clock().instant().plus(Duration.ofDays(30)));
        Instant now = gangway.clock().instant();
        assertThat(rotate(old, key(type))).isInstanceOfSatisfying(RotateCredential.Outcome.Rotated.class, rotated -> {
            assertThat(rotated.replacement())
                    .isEqualTo(new PartnerCredential(
                            rotated.replacement().id(),
                            sixpence.id(),
                            type,
                            old.scopes(),
                            "label",
                            now,
                            now.plus(Duration.ofDays(90)),
                            null,
                            LIMITS));
            assertThat(rotated.oldExpiresAt()).isEqualTo(now.plus(Duration.ofHours(1)));
            assertThat(material(rotated.replacement())).isInstanceOf(kept(type));
            if (key(type) == null) {
                assertThat(material(rotated.replacement())).isNotEqualTo(material(old));
            }
        });
    }

    @Test
    void aKeyThatIsMissingUnwantedOrUselessIsRefusedAndNothingIsStored() {
        BroughtKey pem = new BroughtKey.Pem(pem());
        BroughtKey address = new BroughtKey.SetAddress(InMemoryGangway.KEY_SET);
        for (CredentialType type : CredentialType.values()) {
            boolean needed = key(type) != null;
            if (needed) {
                assertThat(issue(type, null)).isEqualTo(new IssueCredential.Outcome.KeyRefused(new KeyFault.Missing()));
            }
            if (type != CredentialType.PUBLIC_KEY) {
                assertThat(issue(type, pem)).isEqualTo(new IssueCredential.Outcome.KeyRefused(new KeyFault.Unwanted()));
            }
            if (type != CredentialType.JWKS) {
                assertThat(issue(type, address))
                        .isEqualTo(new IssueCredential.Outcome.KeyRefused(new KeyFault.Unwanted()));
            }
        }
        for (String text :
                new String[] {"", "no key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"}) {
            assertThat(issue(CredentialType.PUBLIC_KEY, new BroughtKey.Pem(text)))
                    .satisfies(CredentialTypesTest::isInvalid);
        }
        for (String url :
                new String[] {"", "ftp://keys.example", "http://localhost/jwks", "https://down.example/jwks"}) {
            assertThat(issue(CredentialType.JWKS, new BroughtKey.SetAddress(url)))
                    .satisfies(CredentialTypesTest::isInvalid);
        }
        assertThat(gangway.ports().partnerCredentials().of(sixpence.id())).isEmpty();
    }

    private static void isInvalid(IssueCredential.Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        IssueCredential.Outcome.KeyRefused.class,
                        refused -> assertThat(refused.fault()).isInstanceOf(KeyFault.Invalid.class));
    }

    @Test
    void aRotationWithoutItsNewKeyLeavesTheOldOneAlone() {
        PartnerCredential old =
                issued(CredentialType.JWKS, key(CredentialType.JWKS)).credential();
        assertThat(rotate(old, null)).isEqualTo(new RotateCredential.Outcome.KeyRefused(new KeyFault.Missing()));
        assertThat(gangway.ports().partnerCredentials().of(sixpence.id())).containsExactly(old);
    }

    @Test
    void whatExpiresBeforeItsUseIsNotIssued() {
        gangway.clock().set(end);
        assertThat(issue(CredentialType.BEARER, null)).isEqualTo(new IssueCredential.Outcome.ExpiredAlready());
    }
}
