package dev.gangway.adapters.http.support;

import dev.gangway.adapters.http.PartnerUseCases;
import dev.gangway.adapters.http.ReportUseCases;
import dev.gangway.adapters.http.SourceUseCases;
import dev.gangway.adapters.http.UseCases;
import dev.gangway.application.audit.NoteRefusal;
import dev.gangway.application.audit.RefusalBook;
import dev.gangway.application.auth.AddressRates;
import dev.gangway.application.auth.AdmitAddress;
import dev.gangway.application.auth.AdmitCall;
import dev.gangway.application.auth.AuthenticatePartner;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.BearerScheme;
import dev.gangway.application.idempotency.AnswerOnce;
import dev.gangway.application.portfolio.ChangeSharing;
import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.application.portfolio.Positions;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.portfolio.ViewPortfolio;
import dev.gangway.application.portfolio.ViewPortfolioProperties;
import dev.gangway.application.portfolio.ViewSharing;
import dev.gangway.application.registration.AttachSources;
import dev.gangway.application.registration.IssueLink;
import dev.gangway.application.registration.RegisterPartnerUser;
import dev.gangway.application.registration.RevokeLink;
import dev.gangway.application.registration.ViewLink;
import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.application.report.ViewProgress;
import dev.gangway.application.report.ViewReport;
import dev.gangway.application.signin.RedeemRedirectToken;
import dev.gangway.application.signin.ResumeSession;
import dev.gangway.application.signin.SignOut;
import dev.gangway.application.source.RefreshSource;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.ViewSourceKey;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.application.upload.ConfirmUpload;
import dev.gangway.application.upload.ReadUpload;
import dev.gangway.application.user.EndConnection;
import dev.gangway.application.user.FindPartnerUser;
import dev.gangway.application.user.ListPartnerUsers;
import dev.gangway.application.user.RemovePartnerSource;
import dev.gangway.application.user.ViewPartnerSources;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.signin.SessionTimeouts;
import dev.gangway.domain.source.CredentialRules;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.RefreshInterval;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the server works with in tests: use cases over in-memory ports, a clock that stands, partners and tokens. */
public final class World {
    /** What redirect links begin with. */
    public static final String BASE_URL = "http://gangway.test";

    private static final RequestOrigin ORIGIN = new RequestOrigin("enrolment", "local");

    private final MovableClock clock = new MovableClock();
    private static final CredentialRules RULES = new CredentialRules(Set.of(new ExchangeName("OKX")));

    private final DeterministicIds ids = new DeterministicIds();
    private final InMemoryCrypto crypto = new InMemoryCrypto();
    private final PersistencePorts ports;
    private final AddressRates rates;
    private final RefusalBook book = new RefusalBook();
    private final List<AuthenticationScheme> further = new ArrayList<>();
    private boolean tells = true;
    private final Partner sixpence;
    private final String token;

    /** A world with the demo partner and one token of it. */
    public World() {
        this(new InMemoryStore().ports());
    }

    /** A world over these ports. */
    public World(PersistencePorts ports) {
        this(ports, AddressRates.UNLIMITED);
    }

    /** A world that limits addresses. */
    public World(AddressRates rates) {
        this(new InMemoryStore().ports(), rates);
    }

    private World(PersistencePorts ports, AddressRates rates) {
        this.ports = ports;
        this.rates = rates;
        this.sixpence = enrol(
                PartnerBuilder.sixpence().exchanges("SIXPENCE", "KRAKEN", "OKX").build());
        this.token = tokenOf(sixpence, Scope.DEFAULT);
    }

    /** The time. */
    public MovableClock clock() {
        return clock;
    }

    /** What stores things. */
    public PersistencePorts ports() {
        return ports;
    }

    /** What signs and seals. */
    public InMemoryCrypto crypto() {
        return crypto;
    }

    /** The demo partner. */
    public Partner sixpence() {
        return sixpence;
    }

    /** Its token. */
    public String token() {
        return token;
    }

    /** From now on, servers tell callers nothing of what was computed of their calls. */
    public World inProduction() {
        tells = false;
        return this;
    }

    /** From now on, servers also try this scheme. */
    public World with(AuthenticationScheme scheme) {
        further.add(scheme);
        return this;
    }

    private List<AuthenticationScheme> schemes() {
        List<AuthenticationScheme> schemes = new ArrayList<>(further);
        schemes.add(new BearerScheme(ports.credentialLookup(), crypto.randomTokens(), clock));
        return schemes;
    }

    /** What refused calls are noted in. */
    public RefusalBook book() {
        return book;
    }

    /** Enrols a partner. */
    public Partner enrol(Partner partner) {
        ports.partners()
                .add(
                        partner,
                        audit(
                                AuditAction.PARTNER_ENROLLED,
                                partner,
                                partner.slug().value()));
        return partner;
    }

    /** Gives a partner one more token. */
    public String tokenOf(Partner partner, Set<Scope> scopes) {
        OutboundSecret secret = crypto.randomTokens().nextBearerToken();
        PartnerCredential credential = new PartnerCredential(
                ids.credentialId(), partner.id(), CredentialType.BEARER, scopes, null, clock.instant(), null, null);
        ports.partnerCredentials()
                .add(
                        credential,
                        new CredentialMaterial.TokenHash(crypto.randomTokens().hash(secret)),
                        audit(
                                AuditAction.CREDENTIAL_ISSUED,
                                partner,
                                credential.id().value()));
        return secret.value();
    }

    /** What a server is built from. */
    public UseCases useCases() {
        Positions positions = new Positions(ports.ledgers(), null, 2, clock);
        return new UseCases(
                new AuthenticatePartner(schemes()),
                new NoteRefusal(book, tells, clock),
                new AdmitCall(ports.callRates(), clock),
                new AdmitAddress(ports.callRates(), rates, clock),
                new AnswerOnce(
                        ports.answeredCalls(),
                        ports.redirectTokens(),
                        crypto.linkSigner(),
                        crypto.randomTokens(),
                        ids,
                        clock,
                        BASE_URL),
                new RegisterPartnerUser(
                        ports.registrations(),
                        ports.transactions(),
                        crypto.vault(),
                        crypto.fingerprints(),
                        crypto.linkSigner(),
                        crypto.randomTokens(),
                        ids,
                        clock,
                        BASE_URL),
                RULES,
                new RedeemRedirectToken(crypto.linkSigner(), ports.redirectTokens(), crypto.randomTokens(), clock),
                new ResumeSession(
                        ports.sessions(),
                        crypto.randomTokens(),
                        new SessionTimeouts(Duration.ofDays(1), Duration.ofDays(7)),
                        clock),
                new SignOut(ports.sessions(), clock),
                new ReportUseCases(
                        new ViewReport(ports.reports(), ports.ledgers()),
                        new ViewHoldings(positions),
                        new ViewGains(ports.reports(), positions),
                        new DownloadGains(ports.reports(), positions),
                        new ViewLedger(ports.reports(), ports.ledgers()),
                        new DownloadLedger(ports.reports(), ports.ledgers())),
                new SourceUseCases(
                        new RefreshSource(ports.sourceRefreshes(), RefreshInterval.DAILY, clock),
                        new ViewSourceKey(ports.sourceKeys(), RULES),
                        new ReplaceSourceKey(
                                ports.sourceKeys(), crypto.vault(), crypto.fingerprints(), RULES, ids, clock),
                        new ViewProgress(ports.reports()),
                        new ReadUpload(ports.uploads(), crypto.randomTokens(), ids, clock),
                        new ConfirmUpload(ports.uploads(), ids, clock)),
                new ViewPortfolio(ports.portfolios(), positions),
                new ViewPortfolioProperties(ports.portfolios(), positions),
                new ViewSharing(ports.portfolios()),
                new ChangeSharing(ports.portfolios(), clock),
                partnerUseCases());
    }

    private PartnerUseCases partnerUseCases() {
        return new PartnerUseCases(
                new FindPartnerUser(ports.partnerUsers()),
                new ListPartnerUsers(ports.partnerUsers()),
                new ViewPartnerSources(ports.partnerUsers()),
                new IssueLink(ports.partnerLinks(), crypto.linkSigner(), crypto.randomTokens(), ids, clock, BASE_URL),
                new ViewLink(ports.partnerLinks(), clock),
                new RevokeLink(ports.partnerLinks(), clock),
                new AttachSources(
                        ports.attachments(), ports.transactions(), crypto.vault(), crypto.fingerprints(), ids, clock),
                new RemovePartnerSource(ports.withdrawals(), clock),
                new EndConnection(ports.withdrawals(), clock));
    }

    private AuditEntry audit(AuditAction action, @Nullable Partner partner, String subject) {
        return new AuditEntry(action, partner == null ? null : partner.id(), null, subject, ORIGIN, clock.instant());
    }
}
