package dev.gangway.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.adapters.persistence.Database;
import dev.gangway.adapters.persistence.PersistenceAdapters;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.keys.KeyPurpose;
import dev.gangway.application.keys.KeysInUse;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.keys.SealedRow;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.port.CredentialVault;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.source.port.SourceImports.Bound;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
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
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.KeyDraft;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The product's use cases on one database, with one partner, and as many nodes as are opened, each by a clock of its own. */
final class Shop {
    private static final RequestOrigin ORIGIN = new RequestOrigin("req-shop", "192.0.2.7");
    private static final KeysInUse NONE = new KeysInUse("none", "none");

    final PersistenceAdapters stored;
    final KeyRings rings;
    final SealedRows rows;
    private final MasterKey master;
    private final Clock clock;
    private final Partner sixpence = PartnerBuilder.sixpence().build();
    private final Map<CredentialId, String> secrets = new LinkedHashMap<>();

    /** One by a new master key. */
    Shop(Database database, Clock clock) {
        this(database, clock, MasterKey.generate());
    }

    /** One by that master key. */
    Shop(Database database, Clock clock, MasterKey master) {
        this.stored = database.adapters();
        this.rings = stored.keyRings();
        this.rows = stored.sealedRows();
        this.master = master;
        this.clock = clock;
        stored.partners().add(sixpence, audit(AuditAction.PARTNER_ENROLLED));
    }

    private AuditEntry audit(AuditAction action) {
        return new AuditEntry(action, sixpence.id(), null, "subject", ORIGIN, clock.instant());
    }

    /** A node with what lies in the database. */
    Node node(Clock by) {
        Node node = new Node(rings, by);
        node.crypto.ensureKeys();
        return node;
    }

    /** A node with other keys. */
    Node node(KeyRings some, Clock by) {
        return new Node(some, by);
    }

    /** What {@code keys rotate} does. */
    void rotate() {
        new RotateKeys(rings, node(clock).crypto.keyWrapping(), stored.auditTrail(), clock)
                .execute(new RotateKeys.Command(ORIGIN));
    }

    /** What {@code keys retire} does: the ids. */
    List<String> retire() {
        return switch (new RetireKeys(rings, rows, stored.auditTrail(), clock)
                .execute(new RetireKeys.Command(ORIGIN))) {
            case RetireKeys.Outcome.Retired outcome ->
                outcome.retired().stream().map(WrappedKey::id).toList();
        };
    }

    /** The keys of a purpose, oldest first. */
    List<String> keys(KeyPurpose purpose) {
        return rings.all().stream()
                .filter(key -> key.purpose() == purpose)
                .map(WrappedKey::id)
                .toList();
    }

    /** Every row that is sealed. */
    Stream<SealedRow> sealed() {
        return Stream.of(SealedRow.Kind.values())
                .flatMap(kind -> rows.underOthersThan(NONE, kind, null, 100_000).stream());
    }

    /** The API keys of each user, as they lie in the database. */
    Map<String, List<String>> apiKeys(Node node) {
        return sources()
                .collect(Collectors.groupingBy(
                        SealedRow::owner,
                        Collectors.mapping(row -> node.open(row).apiKey().reveal(), Collectors.toList())));
    }

    /** Every source that has a key. */
    Stream<SealedRow> sources() {
        return sealed().filter(row -> row.kind() == SealedRow.Kind.EXCHANGE_CREDENTIALS);
    }

    /** One node. */
    final class Node {
        final CryptoAdapters crypto;
        private final Clock by;

        Node(KeyRings keys, Clock by) {
            this.crypto = CryptoAdapters.with(master, null, keys, "sandbox", by);
            this.by = by;
        }

        KeysInUse keys() {
            return crypto.resealing().keys();
        }

        Registered register(String email, String apiKey, String apiSecret) {
            return register(email, request -> request.key(apiKey, apiSecret));
        }

        Registered register(String email, Function<RequestBuilder, RequestBuilder> more) {
            RegisterPartnerUser register = new RegisterPartnerUser(
                    stored.registrations(),
                    stored.transactions(),
                    crypto.credentialVault(),
                    crypto.fingerprints(),
                    crypto.linkSigner(),
                    crypto.randomTokens(),
                    crypto.ids(),
                    by,
                    "https://gangway.example");
            RegisterPartnerUser.Outcome outcome = register.execute(new RegisterPartnerUser.Command(
                    more.apply(RequestBuilder.of(email)).build(sixpence),
                    new Principal(
                            sixpence, new CredentialId("cred_0000000000000000000000000A"), "Bearer", Scope.DEFAULT),
                    ORIGIN));
            assertThat(outcome).isInstanceOf(Registered.class);
            return (Registered) outcome;
        }

        ReplaceSourceKey.Outcome replaceKey(UserId user, SourceId source, String apiKey) {
            return new ReplaceSourceKey(
                            stored.sourceKeys(),
                            crypto.credentialVault(),
                            crypto.fingerprints(),
                            CredentialRules.PLAIN,
                            crypto.ids(),
                            by)
                    .execute(new ReplaceSourceKey.Command(
                            user, source, new KeyDraft(apiKey, "a_secret_of_the_user", null), ORIGIN));
        }

        Begun begin(SourceId source) {
            return Objects.requireNonNull(
                    stored.sourceImports().begin(source, crypto.ids().importRunId(), by.instant()));
        }

        Bound bind(Begun begun, String account) {
            return stored.sourceImports().bindAccount(begun, new AccountReference(account), by.instant());
        }

        void issue(CredentialType type) {
            CredentialId id = crypto.ids().credentialId();
            SharedSecrets.New made = crypto.sharedSecrets().issue(id, sixpence.id());
            stored.partnerCredentials()
                    .add(
                            new PartnerCredential(
                                    id, sixpence.id(), type, Scope.DEFAULT, null, by.instant(), null, null),
                            made.sealed(),
                            audit(AuditAction.CREDENTIAL_ISSUED));
            secrets.put(id, made.secret().value());
        }

        /** The job, which must have something to do it with. */
        ResealSecrets.Outcome.Done reseal(SealedRows over) {
            return switch (job(over)) {
                case ResealSecrets.Outcome.Done done -> {
                    assertThat(done.unreadable()).isZero();
                    yield done;
                }
                case ResealSecrets.Outcome.CutOff cutOff ->
                    throw new AssertionError("Cut off behind " + cutOff.resealed());
                case ResealSecrets.Outcome.Waiting waiting ->
                    throw new AssertionError("Waiting until " + waiting.until());
            };
        }

        ResealSecrets.Outcome job(SealedRows over) {
            return new ResealSecrets(rings, crypto.keyWrapping(), over, crypto.resealing(), by)
                    .execute(new ResealSecrets.Command(null));
        }

        /** How many of all sealed rows it opens. */
        long opens() {
            return sealed().filter(this::opens).count();
        }

        /** The credentials of a user's source. */
        ApiCredentials open(SealedRow row) {
            return crypto.credentialVault()
                    .open(new SealedCredentials(new CredentialsId(row.id()), new UserId(row.owner()), row.sealed()));
        }

        private boolean opens(SealedRow row) {
            try {
                return switch (row.kind()) {
                    case EXCHANGE_CREDENTIALS -> !open(row).apiKey().reveal().isEmpty();
                    case SHARED_SECRET -> {
                        CredentialId id = new CredentialId(row.id());
                        byte[] mac = TokenForge.hmac(Objects.requireNonNull(secrets.get(id)), "");
                        yield crypto.sharedSecrets()
                                .verify(id, sixpence.id(), new SealedSecret(row.sealed()), new byte[0], mac);
                    }
                };
            } catch (CredentialVault.CredentialsUnreadable | SharedSecrets.SecretUnreadable closed) {
                return false;
            }
        }
    }
}
