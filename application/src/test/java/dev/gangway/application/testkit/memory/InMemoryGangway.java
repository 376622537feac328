package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.Principal;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.auth.scheme.ClientTokenScheme;
import dev.gangway.application.auth.scheme.SignedRequestScheme;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.partner.RotateCredential;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.application.portfolio.Positions;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.registration.RegisterPartnerUser.Outcome.Registered;
import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.ViewReport;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.application.signin.SignOut;
import dev.gangway.application.source.ImportSource;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.RequestBuilder;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.signin.SessionTimeouts;
import dev.gangway.domain.source.RetryPolicy;
import dev.gangway.domain.user.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The whole core over {@link InMemoryStore} and {@link InMemoryCrypto}, wired by hand: what a test of a use case, of a
 * route or of a page begins with.
 */
public final class InMemoryGangway {
    /** Where links lead. */
    public static final String BASE_URL = "https://gangway.example";

    /** Where every request here comes from. */
    public static final RequestOrigin ORIGIN = new RequestOrigin("req-test", "192.0.2.7");

    /** How imports are retried. */
    public static final RetryPolicy RETRIES = new RetryPolicy(4, Duration.ofSeconds(2), Duration.ofMinutes(1));

    /** When sessions end. */
    public static final SessionTimeouts TIMEOUTS = new SessionTimeouts(Duration.ofHours(2), Duration.ofHours(12));

    /** Where a set of public keys answers. */
    public static final String KEY_SET = "https://keys.partner.example/jwks.json";

    private final MovableClock clock = new MovableClock();
    private final DeterministicIds ids = new DeterministicIds();
    private final InMemoryStore store = new InMemoryStore();
    private final InMemoryCrypto crypto = new InMemoryCrypto();

    /** An empty one, to which one set of keys answers. */
    public InMemoryGangway() {
        crypto.keySets()
                .publish(
                        new CredentialMaterial.KeySetAddress(new WebAddress(KEY_SET)),
                        List.of(new InMemoryKeySets.Published("one", new CredentialMaterial.PublicKey("of nobody"))));
    }

    /** The clock that everything here reads. */
    public MovableClock clock() {
        return clock;
    }

    /** Makes every id here. */
    public DeterministicIds ids() {
        return ids;
    }

    /** What is stored. */
    public InMemoryStore store() {
        return store;
    }

    /** Every port that stores something. */
    public PersistencePorts ports() {
        return store.ports();
    }

    /** Every port that needs cryptography. */
    public InMemoryCrypto crypto() {
        return crypto;
    }

    /** Enrols a partner just as it is. */
    public Partner enrol(Partner partner) {
        AuditEntry audit = new AuditEntry(
                AuditAction.PARTNER_ENROLLED, partner.id(), null, partner.id().toString(), ORIGIN, clock.instant());
        if (!ports().partners().add(partner, audit)) {
            throw new IllegalStateException("Enrolled already: " + partner.slug());
        }
        return partner;
    }

    /** Issues a bearer token to a partner. */
    public OutboundSecret issueToken(Partner partner) {
        IssueCredential.Command command = IssueCredential.Command.bearer(
                new PartnerReference(partner.slug().value()), CredentialLimits.NONE, "test", ORIGIN);
        if (issueCredential().execute(command) instanceof IssueCredential.Outcome.Issued issued) {
            return Objects.requireNonNull(issued.secret());
        }
        throw new IllegalStateException("Not enrolled: " + partner.slug());
    }

    /** The partner as a caller that has been let in. */
    public Principal principal(Partner partner) {
        return new Principal(partner, new CredentialId("cred_0000000000000000000000000A"), "Bearer", Scope.DEFAULT);
    }

    /** Registers a user, which must succeed. */
    public Registered register(Partner partner, RequestBuilder request) {
        return switch (registerPartnerUser().execute(command(partner, request))) {
            case Registered registered -> registered;
            case RegisterPartnerUser.Outcome.Refused refused ->
                throw new IllegalStateException("Refused: " + refused.code());
        };
    }

    /** A checked register call of this partner's. */
    public RegisterPartnerUser.Command command(Partner partner, RequestBuilder request) {
        return new RegisterPartnerUser.Command(request.build(partner), principal(partner), ORIGIN);
    }

    /** The token of a redirect URL made here. */
    public static Secret tokenOf(Registered registered) {
        return Secret.of(registered.redirectUrl().value().substring((BASE_URL + "/r/").length()));
    }

    /** The user's report, which must be there. */
    public UserReport report(UserId user) {
        return Objects.requireNonNull(ports().reports().find(user));
    }

    /** A call with an Authorization header. */
    public static ApiCall callWith(String authorization) {
        return new ApiCall(
                "POST", "/api/v1/partner/register", Map.of("authorization", List.of(authorization)), ORIGIN.address());
    }

    /** Registers users. */
    public RegisterPartnerUser registerPartnerUser() {
        return new RegisterPartnerUser(
                ports().registrations(),
                ports().transactions(),
                crypto.vault(),
                crypto.fingerprints(),
                crypto.linkSigner(),
                crypto.randomTokens(),
                ids,
                clock,
                BASE_URL);
    }

    /** Follows links. */
    public RedeemRedirectToken redeemRedirectToken() {
        return new RedeemRedirectToken(crypto.linkSigner(), ports().redirectTokens(), crypto.randomTokens(), clock);
    }

    /** Tells who is signed in. */
    public ResumeSession resumeSession() {
        return new ResumeSession(ports().sessions(), crypto.randomTokens(), TIMEOUTS, clock);
    }

    /** Signs out. */
    public SignOut signOut() {
        return new SignOut(ports().sessions(), clock);
    }

    /** Lets partners in, without a cache. */
    public AuthenticatePartner authenticatePartner() {
        return new AuthenticatePartner(schemes());
    }

    /** How partners prove themselves, without a cache. */
    public List<AuthenticationScheme> schemes() {
        return List.of(bearerScheme(), clientTokenScheme(), signedRequestScheme());
    }

    /** Lets partners in by a token. */
    public AuthenticationScheme bearerScheme() {
        return new BearerScheme(ports().credentialLookup(), crypto.randomTokens(), clock);
    }

    /** Lets partners in by a token that they signed. */
    public AuthenticationScheme clientTokenScheme() {
        return new ClientTokenScheme(
                ports().credentialLookup(),
                crypto.webTokens(),
                crypto.sharedSecrets(),
                crypto.publicKeys(),
                crypto.keySets(),
                clock);
    }

    /** Lets partners in by a request that they signed. */
    public AuthenticationScheme signedRequestScheme() {
        return new SignedRequestScheme(
                ports().credentialLookup(),
                crypto.sharedSecrets(),
                crypto.publicKeys(),
                crypto.contentHashes(),
                ports().signatureMarks(),
                clock);
    }

    /** Imports. */
    public ImportSource importSource(ExchangeConnector... connectors) {
        return new ImportSource(ports().sourceImports(), crypto.vault(), List.of(connectors), RETRIES, ids, clock);
    }

    /** Enrols partners. */
    public EnrolPartner enrolPartner() {
        return new EnrolPartner(ports().partners(), ids, clock);
    }

    /** Issues credentials. */
    public IssueCredential issueCredential() {
        return new IssueCredential(
                ports().partners(),
                ports().partnerCredentials(),
                crypto.randomTokens(),
                crypto::sharedSecrets,
                crypto.publicKeys(),
                crypto.keySets(),
                ids,
                clock);
    }

    /** Rotates credentials. */
    public RotateCredential rotateCredential() {
        return new RotateCredential(
                ports().partnerCredentials(),
                crypto.randomTokens(),
                crypto::sharedSecrets,
                crypto.publicKeys(),
                crypto.keySets(),
                ids,
                clock);
    }

    /** Revokes credentials. */
    public RevokeCredential revokeCredential() {
        return new RevokeCredential(ports().partnerCredentials(), clock);
    }

    /** Shows reports. */
    public ViewReport viewReport() {
        return new ViewReport(ports().reports(), ports().ledgers());
    }

    /** Computes portfolios, without prices. */
    public Positions positions() {
        return new Positions(ports().ledgers(), null, 2, clock);
    }

    /** Shows portfolios to partners. */
    public ViewPortfolio viewPortfolio() {
        return new ViewPortfolio(ports().portfolios(), positions());
    }

    /** Tells partners what portfolios are made from. */
    public ViewPortfolioProperties viewPortfolioProperties() {
        return new ViewPortfolioProperties(ports().portfolios(), positions());
    }

    /** Changes what partners see. */
    public ChangeSharing changeSharing() {
        return new ChangeSharing(ports().portfolios(), clock);
    }

    /** Tells what partners see. */
    public ViewSharing viewSharing() {
        return new ViewSharing(ports().portfolios());
    }
}
