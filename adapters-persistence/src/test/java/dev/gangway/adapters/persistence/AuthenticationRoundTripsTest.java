package dev.gangway.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.AuthenticatePartner.Outcome.Authenticated;
import dev.gangway.application.auth.CachedCredentialLookup;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.auth.scheme.ClientTokenScheme;
import dev.gangway.application.auth.scheme.SignedRequestScheme;
import dev.gangway.application.testkit.contract.Desk;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Proof;
import dev.gangway.application.testkit.fixture.RoundTrips;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryKeySets;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.OutboundSecret;
import java.io.IOException;
import java.security.KeyPair;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often a call waits for PostgreSQL until it is told who makes it and that they may, when their credential was used
 * a moment ago.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AuthenticationRoundTripsTest {
    private static final String TARGET = "/api/v1/partner/whoami";

    private final RoundTrips roundTrips = new RoundTrips(TestDatabase.POSTGRESQL.newMigratedUrl());
    private final Database database = Database.open(DatabaseSettings.of(roundTrips.url()));
    private final PersistencePorts ports = StoreTest.ports(database, new Tables(database));
    private final Desk desk = new Desk(ports);
    private final Partner partner = desk.enrol(PartnerBuilder.of("counted").build());
    private final MovableClock clock = new MovableClock();
    private final InMemoryCrypto crypto = new InMemoryCrypto();
    private final CachedCredentialLookup credentials = new CachedCredentialLookup(ports.credentialLookup(), clock);
    private final AuthenticatePartner partners = new AuthenticatePartner(List.of(
            new BearerScheme(credentials, crypto.randomTokens(), clock),
            new ClientTokenScheme(
                    credentials,
                    crypto.webTokens(),
                    crypto.sharedSecrets(),
                    crypto.publicKeys(),
                    crypto.keySets(),
                    clock),
            new SignedRequestScheme(
                    credentials,
                    crypto.sharedSecrets(),
                    crypto.publicKeys(),
                    crypto.contentHashes(),
                    ports.signatureMarks(),
                    clock)));
    private final AdmitCall rates = new AdmitCall(ports.callRates(), clock);

    @AfterAll
    void close() throws IOException {
        database.close();
        roundTrips.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BEARER, 1, 0",
        "CLIENT_SECRET, 1, 0",
        "PUBLIC_KEY, 1, 0",
        "JWKS, 1, 0",
        "SIGNING_KEY, 2, 1",
    })
    void aLimitTakesOneAndASignaturesMarkAnother(CredentialType type, int limited, int unlimited) {
        assertThat(afterTheFirst(issue(type, new CallRate(100)))).isEqualTo(limited);
        assertThat(afterTheFirst(issue(type, CallRate.UNLIMITED))).isEqualTo(unlimited);
    }

    private int afterTheFirst(Proof proof) {
        int first = roundTrips.of(() -> assertAdmitted(proof));
        int second = roundTrips.of(() -> assertAdmitted(proof));
        assertThat(first).as("the first call looks the credential up").isEqualTo(second + 1);
        for (int i = 0; i < 3; i++) {
            assertThat(roundTrips.of(() -> assertAdmitted(proof))).isEqualTo(second);
        }
        return second;
    }

    @ParameterizedTest
    @EnumSource
    void whoHasNoCallLeftTakesNoneForThat(CredentialType type) {
        Proof proof = issue(type, new CallRate(2));
        assertAdmitted(proof);
        assertAdmitted(proof);
        assertThat(roundTrips.of(() -> assertThat(admission(proof)).isInstanceOf(AdmitCall.Outcome.RateLimited.class)))
                .isEqualTo(type == CredentialType.SIGNING_KEY ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "BEARER")
    void aForgedCallTakesNone(CredentialType type) {
        Proof proof = issue(type, new CallRate(100));
        assertAdmitted(proof);
        assertThat(roundTrips.of(() -> assertThat(partners.execute(new AuthenticatePartner.Command(forged(proof))))
                        .isInstanceOf(AuthenticatePartner.Outcome.Refused.class)))
                .isZero();
    }

    private void assertAdmitted(Proof proof) {
        assertThat(admission(proof)).isInstanceOf(AdmitCall.Outcome.Admitted.class);
    }

    private AdmitCall.Outcome admission(Proof proof) {
        AuthenticatePartner.Outcome outcome = partners.execute(new AuthenticatePartner.Command(call(proof)));
        assertThat(outcome).isInstanceOf(Authenticated.class);
        return rates.execute(new AdmitCall.Command(((Authenticated) outcome).principal()));
    }

    private ApiCall call(Proof proof) {
        Map<String, List<String>> headers = new HashMap<>();
        proof.headers(clock.instant(), "GET", TARGET, "")
                .forEach((name, value) -> headers.put(Ascii.lower(name), List.of(value)));
        return new ApiCall("GET", TARGET, headers, "192.0.2.7");
    }

    /** The call with another last byte but one of the signature. */
    private ApiCall forged(Proof proof) {
        ApiCall call = call(proof);
        Map<String, List<String>> headers = new HashMap<>(call.headers());
        String signed = headers.containsKey("x-signature") ? "x-signature" : "authorization";
        StringBuilder value = new StringBuilder(call.header(signed).getFirst());
        int place = value.length() - 8;
        value.setCharAt(place, value.charAt(place) == '0' ? '1' : '0');
        headers.put(signed, List.of(value.toString()));
        return new ApiCall(call.method(), call.target(), headers, call.address());
    }

    private Proof issue(CredentialType type, CallRate rate) {
        CredentialId id = desk.ids().credentialId();
        return switch (type) {
            case BEARER -> {
                OutboundSecret token = crypto.randomTokens().nextBearerToken();
                store(
                        id,
                        type,
                        rate,
                        new CredentialMaterial.TokenHash(crypto.randomTokens().hash(token)));
                yield Proof.bearer(token.value());
            }
            case CLIENT_SECRET -> Proof.clientSecret(id.value(), secret(id, type, rate));
            case SIGNING_KEY -> Proof.signature(id.value(), secret(id, type, rate));
            case PUBLIC_KEY -> {
                KeyPair pair = TokenForge.ec("secp256r1");
                store(id, type, rate, crypto.publicKeys().read("key", TokenForge.pem(pair.getPublic())));
                yield Proof.privateKey(id.value(), pair.getPrivate());
            }
            case JWKS -> {
                KeyPair pair = TokenForge.ec("secp256r1");
                CredentialMaterial.KeySetAddress address =
                        new CredentialMaterial.KeySetAddress(new WebAddress("https://partner.example/" + id.value()));
                crypto.keySets()
                        .publish(
                                address,
                                List.of(new InMemoryKeySets.Published(
                                        null, crypto.publicKeys().read("key", TokenForge.pem(pair.getPublic())))));
                store(id, type, rate, address);
                yield Proof.privateKey(id.value(), pair.getPrivate());
            }
        };
    }

    private String secret(CredentialId id, CredentialType type, CallRate rate) {
        SharedSecrets.New made = crypto.sharedSecrets().issue(id, partner.id());
        store(id, type, rate, made.sealed());
        return made.secret().value();
    }

    private void store(CredentialId id, CredentialType type, CallRate rate, CredentialMaterial material) {
        PartnerCredential credential = new PartnerCredential(
                id,
                partner.id(),
                type,
                Scope.DEFAULT,
                null,
                clock.instant(),
                null,
                null,
                new CredentialLimits(List.of(), rate));
        ports.partnerCredentials()
                .add(credential, material, desk.audit(AuditAction.CREDENTIAL_ISSUED, partner, id.value()));
    }
}
