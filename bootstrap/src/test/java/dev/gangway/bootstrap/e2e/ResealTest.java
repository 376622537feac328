package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.DatabaseSettings;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.Faults;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.registration.SourceAnswer;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** After a rotation every sealed secret ends under the new key, while users are registered and their sources imported. */
class ResealTest {
    private static final int USERS = 40;
    private static final int WORKERS = 4;
    private static final RequestOrigin ORIGIN = new RequestOrigin("req-reseal", "192.0.2.7");

    private final MovableClock clock = new MovableClock();
    private final MasterKey master = MasterKey.generate();
    private final Partner sixpence = PartnerBuilder.sixpence().build();

    @ParameterizedTest
    @EnumSource
    void everythingIsSealedAnewWhileServing(TestDatabase kind) {
        try (Database database = Database.open(DatabaseSettings.of(kind.newUrl()))) {
            database.migrate();
            new Shop(database).rotatesWhileItServes();
        }
    }

    /** One product on one database. */
    private final class Shop {
        private final PersistenceAdapters stored;
        private final KeyRings rings;
        private final SealedRows rows;
        private final CryptoAdapters crypto;
        private final Map<CredentialId, String> secrets = new LinkedHashMap<>();

        Shop(Database database) {
            stored = database.adapters();
            rings = stored.keyRings();
            rows = stored.sealedRows();
            crypto = with(rings);
            crypto.ensureKeys();
            stored.partners().add(sixpence, audit(AuditAction.PARTNER_ENROLLED));
        }

        private CryptoAdapters with(KeyRings some) {
            return CryptoAdapters.with(master, null, some, "sandbox", clock);
        }

        void rotatesWhileItServes() {
            List<SourceId> sources = new ArrayList<>();
            for (int i = 0; i < USERS; i++) {
                sources.addAll(register("before" + i + "@example.com", "the_key_of_user", "the_secret_of_user"));
            }
            for (CredentialType type : List.of(CredentialType.CLIENT_SECRET, CredentialType.SIGNING_KEY)) {
                issue(type);
            }
            String old = sealingKey();
            new RotateKeys(rings, crypto.keyWrapping(), stored.auditTrail(), clock)
                    .execute(new RotateKeys.Command(new RequestOrigin("test", "local")));
            assertThat(reseal(rows).resealed())
                    .as("the new key is published and not in use")
                    .isZero();
            clock.advance(RotateKeys.PUBLISHED_BEFORE_USE);
            assertThat(rows.countUnder(old)).isEqualTo(USERS + 2);

            SealedRows dying = new Faults(USERS / 2, Faults.Moment.AFTER).in(SealedRows.class, rows);
            assertThatThrownBy(() -> reseal(dying)).isInstanceOf(Faults.PortFault.class);
            String key = crypto.resealing().activeKey();
            assertThat(key).isNotEqualTo(old);
            assertThat(rows.countUnder(old)).isPositive();
            assertThat(rows.countUnder(key)).isPositive();

            List<Integer> served =
                    Race.among(WORKERS + 1, i -> i == 0 ? reseal(rows).resealed() : serve(i, sources));
            assertThat(served.get(0)).isPositive();
            assertThat(reseal(rows).resealed())
                    .as("nobody brings an old text back")
                    .isZero();
            assertThat(rows.countUnder(old)).isZero();
            assertThat(rows.countUnder(key)).isEqualTo(openWith(crypto));

            assertThat(openWith(with(without(old)))).isEqualTo(rows.countUnder(key));
            assertThat(openWith(with(without(key)))).isZero();
            assertThat(retire()).as("somebody may still hold a text").isEmpty();
            clock.advance(RetireKeys.SUPERSEDED_FOR);
            assertThat(retire()).containsExactly(old);
            assertThat(openWith(crypto)).isEqualTo(rows.countUnder(key));
        }

        /** Registers new users, replaces secrets of known ones, imports, and merges sources of one account. */
        private int serve(int worker, List<SourceId> sources) {
            for (int i = worker; i < USERS; i += WORKERS) {
                String known = "before" + i + "@example.com";
                register("during" + i + "@example.com", "the_key_of_user", "the_secret_of_user");
                register(known, "the_key_of_user", "another_secret_of_user");
                Begun begun = begin(sources.get(i));
                bind(begun, "account");
                for (SourceId second : register(known, "the_next_key_of_user", "the_secret_of_user")) {
                    if (!second.equals(sources.get(i))) {
                        bind(begin(second), "account");
                    }
                }
            }
            return worker;
        }

        private Begun begin(SourceId source) {
            Begun begun = Objects.requireNonNull(
                    stored.sourceImports().begin(source, crypto.ids().importRunId(), clock.instant()));
            assertThat(crypto.credentialVault()
                            .open(begun.credentials())
                            .apiKey()
                            .reveal())
                    .startsWith("the_");
            return begun;
        }

        private void bind(Begun begun, String account) {
            stored.sourceImports().bindAccount(begun, new AccountReference(account), clock.instant());
        }

        private List<SourceId> register(String email, String apiKey, String apiSecret) {
            RegisterPartnerUser register = new RegisterPartnerUser(
                    stored.registrations(),
                    stored.transactions(),
                    crypto.credentialVault(),
                    crypto.fingerprints(),
                    crypto.linkSigner(),
                    crypto.randomTokens(),
                    crypto.ids(),
                    clock,
                    "https://gangway.example");
            RegisterPartnerUser.Outcome outcome = register.execute(new RegisterPartnerUser.Command(
                    RequestBuilder.of(email).key(apiKey, apiSecret).build(sixpence),
                    new Principal(
                            sixpence, new CredentialId("cred_0000000000000000000000000A"), "Bearer", Scope.DEFAULT),
                    ORIGIN));
            assertThat(outcome).isInstanceOf(RegisterPartnerUser.Outcome.Registered.class);
            return ((RegisterPartnerUser.Outcome.Registered) outcome)
                    .sources().stream().map(SourceAnswer::id).toList();
        }

        private void issue(CredentialType type) {
            CredentialId id = crypto.ids().credentialId();
            SharedSecrets.New made = crypto.sharedSecrets().issue(id, sixpence.id());
            stored.partnerCredentials()
                    .add(
                            new PartnerCredential(
                                    id, sixpence.id(), type, Scope.DEFAULT, null, clock.instant(), null, null),
                            made.sealed(),
                            audit(AuditAction.CREDENTIAL_ISSUED));
            secrets.put(id, made.secret().value());
        }

        private AuditEntry audit(AuditAction action) {
            return new AuditEntry(action, sixpence.id(), null, "subject", ORIGIN, clock.instant());
        }

        private ResealSecrets.Outcome.Done reseal(SealedRows over) {
            return switch (new ResealSecrets(over, crypto.resealing()).execute(new ResealSecrets.Command(null))) {
                case ResealSecrets.Outcome.Done done -> {
                    assertThat(done.unreadable()).isZero();
                    yield done;
                }
            };
        }

        private List<String> retire() {
            return switch (new RetireKeys(rings, rows, stored.auditTrail(), clock)
                    .execute(new RetireKeys.Command(new RequestOrigin("test", "local")))) {
                case RetireKeys.Outcome.Retired outcome ->
                    outcome.retired().stream().map(WrappedKey::id).toList();
            };
        }

        private String sealingKey() {
            return crypto.resealing().activeKey();
        }

        /** How many of all sealed rows a node with these keys opens. */
        private long openWith(CryptoAdapters node) {
            return List.of(SealedRow.Kind.values()).stream()
                    .flatMap(kind -> rows.underOthersThan("none", kind, null, 10_000).stream())
                    .filter(row -> opens(node, row))
                    .count();
        }

        private boolean opens(CryptoAdapters node, SealedRow row) {
            try {
                return switch (row.kind()) {
                    case EXCHANGE_CREDENTIALS -> {
                        SealedCredentials sealed = new SealedCredentials(
                                new CredentialsId(row.id()), new UserId(row.owner()), row.sealed());
                        yield !node.credentialVault()
                                .open(sealed)
                                .apiKey()
                                .reveal()
                                .isEmpty();
                    }
                    case SHARED_SECRET -> {
                        CredentialId id = new CredentialId(row.id());
                        byte[] mac = TokenForge.hmac(Objects.requireNonNull(secrets.get(id)), "");
                        yield node.sharedSecrets()
                                .verify(id, sixpence.id(), new SealedSecret(row.sealed()), new byte[0], mac);
                    }
                };
            } catch (CredentialVault.CredentialsUnreadable | SharedSecrets.SecretUnreadable closed) {
                return false;
            }
        }

        /** The database as somebody has it who lacks one sealing key. */
        private KeyRings without(String keyId) {
            return new KeyRings() {
                @Override
                public List<WrappedKey> all() {
                    return rings.all().stream()
                            .filter(key -> key.purpose() != KeyPurpose.SEALING
                                    || !key.id().equals(keyId))
                            .toList();
                }

                @Override
                public boolean addFirst(WrappedKey key) {
                    throw new AssertionError("nothing is added");
                }

                @Override
                public void add(List<WrappedKey> keys) {
                    throw new AssertionError("nothing is added");
                }

                @Override
                public void rewrap(List<WrappedKey> keys) {
                    throw new AssertionError("nothing is wrapped");
                }

                @Override
                public void retire(List<String> ids, Instant at) {
                    throw new AssertionError("nothing is retired");
                }
            };
        }
    }
}
