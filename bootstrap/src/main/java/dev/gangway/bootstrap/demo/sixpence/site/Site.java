package dev.gangway.bootstrap.demo.sixpence.site;

import com.sun.net.httpserver.HttpExchange;
import dev.gangway.bootstrap.demo.sixpence.http.Answer;
import dev.gangway.bootstrap.demo.sixpence.http.Responder;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages: the portfolio, and what pressing its button led to. They need no JavaScript. */
public final class Site implements Responder, AutoCloseable {

    private static final String CSP =
            "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Customer customer;
    private final RegisterCall register = new RegisterCall();
    private final HandoffPage handoff;
    private final Html portfolio;
    private volatile @Nullable PartnerAccess access;

    public Site(Customer customer) {
        this.customer = customer;
        this.handoff = new HandoffPage(customer);
        this.portfolio = new PortfolioPage(customer).render();
    }

    /** Tells the site how to reach Gangway. */
    public void connect(PartnerAccess enrolled) {
        access = enrolled;
    }

    @Override
    public void close() {
        register.close();
    }

    @Override
    public Answer answer(HttpExchange exchange) throws IOException, InterruptedException {
        return secured(
                switch (exchange.getRequestURI().getPath()) {
                    case "/" -> reading(exchange) ? page(200, portfolio) : onlyAllowed("GET, HEAD");
                    case "/get-tax-report" ->
                        exchange.getRequestMethod().equals("POST") ? pressed(exchange) : onlyAllowed("POST");
                    case "/assets/sixpence.css" -> asset(exchange, "sixpence.css", "text/css; charset=utf-8");
                    case "/assets/logo.svg" -> asset(exchange, "logo.svg", "image/svg+xml");
                    default ->
                        page(404, handoff.notice("There is no such page", "SixpenceX has one page: the portfolio."));
                });
    }

    private Answer pressed(HttpExchange exchange) throws IOException, InterruptedException {
        Optional<Form> read = Form.read(exchange);
        if (read.isEmpty()) {
            return page(400, handoff.notice("That form was malformed", "Go back to the portfolio and try again."));
        }
        PartnerAccess enrolled = access;
        if (enrolled == null) {
            return page(503, handoff.notice("Gangway is still starting", "Give it a second and try again."))
                    .with("Retry-After", "1");
        }
        Form form = read.get();
        RegisterCall.Outcome outcome = register.send(
                enrolled,
                customer,
                form.value("email").orElse(""),
                form.value("key").filter("refused"::equals).isPresent() ? customer.refusedKey() : customer.key());
        return page(200, handoff.render(outcome, form.value("stay").isPresent()));
    }

    private static Answer asset(HttpExchange exchange, String file, String contentType) {
        return reading(exchange)
                ? Answer.of(200, contentType, Template.resource(file)).with("Cache-Control", "no-cache")
                : onlyAllowed("GET, HEAD");
    }

    private static boolean reading(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET")
                || exchange.getRequestMethod().equals("HEAD");
    }

    private static Answer onlyAllowed(String methods) {
        return Answer.of(405, "text/plain; charset=utf-8", "Not that way.\n").with("Allow", methods);
    }

    private static Answer page(int status, Html html) {
        return Answer.of(status, "text/html; charset=utf-8", html.markup());
    }

    private static Answer secured(Answer answer) {
        return answer.with("Content-Security-Policy", CSP)
                // Not no-referrer: with that, browsers send "Origin: null" with this site's own form.
                .with("Referrer-Policy", "same-origin");
    }
}
