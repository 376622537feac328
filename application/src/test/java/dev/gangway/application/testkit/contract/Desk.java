package dev.gangway.application.testkit.contract;

import dev.gangway.application.registration.port.Registrations.Recorded;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.registration.RegistrationDecision;
import dev.gangway.domain.registration.RegistrationRequest;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.Delivery;
import dev.gangway.domain.signin.NewLink;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Does with the ports what the use cases would: enrols, registers, begins runs. Hashes and seals are stand-ins that say
 * which credentials they came from; its clock stands until a test moves it.
 */
public final class Desk {
    /** Where everything that is done here comes from. */
    public static final RequestOrigin ORIGIN = new RequestOrigin("req-contract", "192.0.2.1");

    /** The key of the ring that everything is fingerprinted under. */
    public static final String RING_KEY = "ring-1";

    /** The credential that every call here uses. */
    public static final CredentialId CREDENTIAL = new CredentialId("cred_0000000000000000000000000A");

    private final PersistencePorts ports;
    private final DeterministicIds ids = new DeterministicIds();
    private final MovableClock clock = new MovableClock();

    /** Works on {@code ports}. */
    public Desk(PersistencePorts ports) {
        this.ports = ports;
    }

    /** A registration that was recorded, and what came of it. */
    public record Handed(Registration registration, Recorded recorded) {
        /** The user. */
        public UserId user() {
            return registration.userId();
        }

        /** The hash of the link's id. */
        public Digest link() {
            return registration.link().idHash();
        }

        /** The source of the item sent at {@code index}. */
        public SourceId source(int index) {
            return registration.answers().get(index).id();
        }

        /** The first source. */
        public SourceId source() {
            return source(0);
        }
    }

    /** The ids that this desk gives out. */
    public DeterministicIds ids() {
        return ids;
    }

    /** Now. */
    public Instant now() {
        return clock.instant();
    }

    /** Lets time pass. */
    public Instant later(Duration by) {
        return clock.advance(by);
    }

    /** Enrols the demo partner. */
    public Partner sixpence() {
        return enrol(PartnerBuilder.sixpence().build());
    }

    /** Enrols a partner. */
    public Partner enrol(Partner partner) {
        if (!ports.partners().add(partner, audit(AuditAction.PARTNER_ENROLLED, partner, "enrolment"))) {
            throw new AssertionError("An empty store refused " + partner.slug());
        }
        return partner;
    }

    /** An audit entry of now. */
    public AuditEntry audit(AuditAction action, @Nullable Partner partner, String subject) {
        return new AuditEntry(action, partner == null ? null : partner.id(), null, subject, ORIGIN, now());
    }

    /** Registers a user with one key, as new. */
    public Handed register(Partner partner, String email) {
        return register(partner, RequestBuilder.by(partner, email));
    }

    /** Registers as the use case does: as new, else as known. */
    public Handed register(Partner partner, RequestBuilder builder) {
        RegistrationRequest request = builder.build(partner);
        Handed asNew = asNewUser(partner, request);
        return asNew.recorded() == Recorded.USER_EXISTS ? asKnownUser(partner, request) : asNew;
    }

    /** Records a new user without looking. */
    public Handed asNewUser(Partner partner, RegistrationRequest request) {
        Registration registration = decideAsNew(partner, request);
        return new Handed(registration, ports.registrations().record(registration));
    }

    /** Decides on a new user and records nothing. */
    public Registration decideAsNew(Partner partner, RegistrationRequest request) {
        NewUser user = new NewUser(
                ids.userId(),
                partner.realm(),
                request.email(),
                request.name(),
                request.surname(),
                request.jurisdiction(),
                now());
        return Registration.ofNewUser(user, request, partner, materialFor(user.id(), request, partner));
    }

    /** Reads, decides and records in one transaction. */
    public Handed asKnownUser(Partner partner, RegistrationRequest request) {
        return ports.transactions().inTransaction(() -> {
            Registration registration = decideAsKnown(partner, request);
            return new Handed(registration, ports.registrations().record(registration));
        });
    }

    /** Reads and decides; records nothing. */
    public Registration decideAsKnown(Partner partner, RegistrationRequest request) {
        KnownUser known = known(partner, request, request.partnerUserId());
        return decided(Registration.ofKnownUser(known, request, partner, materialFor(known.id(), request, partner)));
    }

    /** Decides on a known user as if nobody had the partner's id of the call; records nothing. */
    public Registration decideRegardless(Partner partner, RegistrationRequest request) {
        KnownUser known = known(partner, request, null);
        return decided(Registration.ofKnownUser(known, request, partner, materialFor(known.id(), request, partner)));
    }

    private KnownUser known(Partner partner, RegistrationRequest request, @Nullable PartnerUserId partnerUserId) {
        return Objects.requireNonNull(
                ports.registrations().snapshot(partner.realm(), request.email(), partner.id(), partnerUserId),
                "nobody has the address");
    }

    private static Registration decided(RegistrationDecision decision) {
        return switch (decision) {
            case Registration registration -> registration;
            case RegistrationDecision.Refused refused -> throw new AssertionError("Refused: " + refused.code());
        };
    }

    /** What the store knows of the user with this address. */
    public @Nullable KnownUser snapshot(Partner partner, String email) {
        return ports.registrations()
                .snapshot(
                        partner.realm(),
                        RequestBuilder.by(partner, email).build(partner).email(),
                        partner.id(),
                        null);
    }

    /** Begins a run that must have something to import. */
    public Begun begin(SourceId source) {
        return Objects.requireNonNull(
                ports.sourceImports().begin(source, ids.importRunId(), now()), "nothing to import");
    }

    /** Stand-in fingerprints, seals and a link, as a register call makes them. */
    public Registration.Material materialFor(UserId owner, RegistrationRequest request, Partner partner) {
        return new Registration.Material(
                request.submitted().stream()
                        .map(item -> new OfferedSource(
                                ids.sourceId(),
                                item.exchange(),
                                new CredentialFingerprints(fingerprint(RING_KEY, item), List.of()),
                                seal(owner, item.credentials())))
                        .toList(),
                link(owner, partner),
                (action, by, userId, at) -> new AuditEntry(action, by.id(), CREDENTIAL, userId.value(), ORIGIN, at),
                now());
    }

    /** A link of now. */
    public NewLink link(UserId owner, Partner partner) {
        // the id is only there to be unique
        Digest idHash = Hashes.of("link " + ids.importRunId().value());
        return new NewLink(
                ids.linkId(),
                idHash,
                owner,
                partner.id(),
                Delivery.REDIRECT,
                now(),
                now().plus(partner.linkLifetime().value()));
    }

    /** The stand-in for fingerprints of credentials under a key of the ring. */
    public static CredentialFingerprint fingerprint(String ringKey, RegistrationRequest.Submitted item) {
        return fingerprint(
                ringKey,
                item.exchange().value() + ' ' + item.credentials().apiKey().reveal(),
                secret(item.credentials()));
    }

    /** The stand-in for fingerprints of an API key and a secret under a key of the ring. */
    public static CredentialFingerprint fingerprint(String ringKey, String apiKey, String secret) {
        return new CredentialFingerprint(
                ringKey,
                Hashes.of("key " + ringKey + ' ' + apiKey),
                Hashes.of("secret " + ringKey + ' ' + apiKey + ' ' + secret));
    }

    private static String secret(ApiCredentials credentials) {
        Secret passphrase = credentials.passphrase();
        return credentials.apiSecret().reveal() + ' ' + (passphrase == null ? "" : passphrase.reveal());
    }

    private SealedCredentials seal(UserId owner, ApiCredentials credentials) {
        return new SealedCredentials(
                ids.credentialsId(),
                owner,
                "sealed:" + Hashes.of(secret(credentials)).hex());
    }
}
