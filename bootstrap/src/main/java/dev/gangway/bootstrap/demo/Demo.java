package dev.gangway.bootstrap.demo;

import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.bootstrap.config.Configuration;
import dev.gangway.bootstrap.database.Databases;
import dev.gangway.bootstrap.demo.sixpence.DemoUser;
import dev.gangway.bootstrap.demo.sixpence.SixpenceExchange;
import dev.gangway.bootstrap.demo.sixpence.site.PartnerAccess;
import dev.gangway.bootstrap.server.Node;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.domain.apikey.CredentialLimits;
import dev.gangway.domain.discount.Discount;
import dev.gangway.domain.discount.DiscountCode;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.partner.TokenLifetime;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.ExchangeName;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A running demonstration. */
public final class Demo implements AutoCloseable {
    private static final PartnerSlug SLUG = new PartnerSlug("sixpence");
    private static final DiscountCode WELCOME = DiscountCode.of("SIXPENCE_WELCOME_500");
    private static final RequestOrigin ORIGIN = new RequestOrigin("demo", "local");

    private final SixpenceExchange exchange;
    private final Node node;
    private final Access access;

    private Demo(SixpenceExchange exchange, Node node, Access access) {
        this.exchange = exchange;
        this.node = node;
        this.access = access;
    }

    /**
     * Starts the exchange and the server, enrols the partner and gives it a token.
     *
     * @throws Refusal if something that it needs is missing, in one plain sentence
     */
    public static Demo start(Configuration configuration) {
        DemoUser user = DemoUser.jordan();
        SixpenceExchange exchange = SixpenceExchange.startWithSite(0, user);
        Node node = null;
        try {
            URI site = exchange.baseUrl();
            node = Node.start(configuration.withSixpence(site), Databases.Migration.ALWAYS, URI.create(site + "/"));
            enrol(node, site);
            String token = issue(node);
            exchange.connect(new PartnerAccess(node.baseUrl(), SLUG.partnerSource(), () -> token));
            Access access = new Access(
                    node.baseUrl(),
                    SLUG.partnerSource(),
                    token,
                    site,
                    user.key().key(),
                    user.key().secret());
            return new Demo(exchange, node, access);
        } catch (RuntimeException failed) {
            if (node != null) {
                node.close();
            }
            exchange.close();
            throw failed;
        }
    }

    private static void enrol(Node node, URI site) {
        WebAddress home = new WebAddress(site + "/");
        EnrolPartner.Outcome outcome = node.enrolPartner()
                .execute(new EnrolPartner.Command(
                        null,
                        SLUG,
                        "SixpenceX",
                        Set.of(new ExchangeName("SIXPENCE")),
                        List.of(new Discount(WELCOME, null, null)),
                        WELCOME,
                        LinkLifetime.DEFAULT,
                        home,
                        home,
                        CallRate.DEFAULT,
                        TokenLifetime.DEFAULT,
                        ORIGIN));
        switch (outcome) {
            case EnrolPartner.Outcome.Created created -> {}
            case EnrolPartner.Outcome.Changed changed -> {}
            case EnrolPartner.Outcome.Unchanged unchanged -> {}
            case EnrolPartner.Outcome.SlugChanged other ->
                throw new Refusal("The demo's partner SixpenceX cannot be enrolled: this database has one of that name"
                        + " as '" + other.enrolled().slug() + "'. Choose another GANGWAY_DATABASE_URL.");
            case EnrolPartner.Outcome.IdUnknown unknown -> throw busy();
            case EnrolPartner.Outcome.Conflict conflict -> throw busy();
        }
    }

    private static Refusal busy() {
        return new Refusal("The demo's partner is being enrolled by somebody else at this moment: try again.");
    }

    private static String issue(Node node) {
        // whoever tries it out shall find no limit; credentials that are issued beside it have those of any partner
        var limits = new CredentialLimits(List.of(), CallRate.UNLIMITED);
        var command = IssueCredential.Command.bearer(new PartnerReference(SLUG.value()), limits, "demo", ORIGIN);
        if (node.issueCredential().execute(command) instanceof IssueCredential.Outcome.Issued issued) {
            return Objects.requireNonNull(issued.secret()).value();
        }
        throw busy();
    }

    /** All that somebody needs to try it. */
    public Access access() {
        return access;
    }

    @Override
    public void close() {
        node.close();
        exchange.close();
    }
}
