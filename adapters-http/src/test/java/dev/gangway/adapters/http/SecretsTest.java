package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Socket;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.testkit.contract.PersistencePorts;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.memory.InMemoryStore;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerUserId;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.shared.EmailAddress;
import dev.gangway.domain.user.Realm;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is logged, and what never is. */
final class SecretsTest {
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger access = (Logger) LoggerFactory.getLogger("gangway.access");
    private final Logger ours = (Logger) LoggerFactory.getLogger("dev.gangway");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        root.addAppender(log);
        access.setLevel(Level.INFO);
        ours.setLevel(Level.DEBUG);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        access.setLevel(null);
        ours.setLevel(null);
    }

    @Test
    void noCredentialAndNoLinkIsLoggedOrAnswered() {
        List<Reply> replies = new ArrayList<>();
        String token;
        String link;
        String session;
        try (Site site = Site.open()) {
            token = site.world().token();
            replies.add(site.register(Bodies.of("a@example.com").replace("}]", ",\"extra\":\"planted-extra\"}]")));
            replies.add(site.register(Bodies.of("a@example.com").replace("planted-api-key", "p\u0001lanted-api-key")));
            replies.add(site.register(Bodies.of("nobody")));
            replies.add(site.register(Bodies.of("a@example.com") + "planted-trailer"));
            replies.add(site.send("POST", "/api/v1/partner/register", "Authorization", "Bearer planted-bearer"));
            link = site.link("a@example.com");
            Browser browser = new Browser(site);
            browser.navigate(link);
            session = String.valueOf(browser.cookie("gangway_session"));
            replies.add(browser.navigate("/report"));
            site.get(link + "?planted=query");
            site.form(link, "form_token=planted-form");
            site.send("PUT", link);
            Socket.exchange(site, "GET " + link + "%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
            site.get(link + "/more");
            Socket.exchange(site, "GET " + link + " HTTP/1.1\r\nHost a\r\n\r\n");
            Socket.exchange(site, "BREW " + link + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        }
        String logged = log.list.stream().map(SecretsTest::everything).collect(Collectors.joining("\n"));

        assertThat(logged)
                .contains("/r/{token}", "/api/v1/partner/register")
                .doesNotContain(
                        link.substring(3),
                        token,
                        session,
                        "planted",
                        Bodies.API_KEY,
                        Bodies.API_SECRET,
                        "a@example.com");
        assertThat(replies)
                .allSatisfy(
                        reply -> assertThat(reply.text()).doesNotContain("planted", Bodies.API_KEY, Bodies.API_SECRET));
    }

    @Test
    void theAccessLogHasOneLineARequest() {
        try (Site site = Site.open()) {
            site.register(
                    java.net.http.HttpRequest.BodyPublishers.ofString(Bodies.of("line@example.com")),
                    "Content-Type",
                    "application/json",
                    "X-Request-Id",
                    "line-1");
        }
        List<Map<String, Object>> lines = log.list.stream()
                .filter(event -> event.getLoggerName().equals("gangway.access"))
                .map(SecretsTest::pairs)
                .toList();

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .containsEntry("method", "POST")
                        .containsEntry("route", "/api/v1/partner/register")
                        .containsEntry("status", 201)
                        .containsEntry("request_id", "line-1")
                        .containsEntry("partner", "sixpence")
                        .containsKey("duration_us"));
    }

    @Test
    void noLogTellsWhosePortfolioWasLookedAt() {
        try (Site site = Site.open()) {
            String user = site.register(Bodies.of("seen@example.com"))
                    .json()
                    .get("user_id")
                    .asText();
            String token = "Bearer " + site.world().token();
            assertThat(site.get("/portfolio?user_id=" + user, "Authorization", token)
                            .status())
                    .isEqualTo(200);
            assertThat(site.get("/portfolio?more=1&user_id=" + user, "Authorization", token)
                            .status())
                    .isEqualTo(400);
            assertThat(log.list)
                    .extracting(event -> event.getFormattedMessage() + event.getKeyValuePairs())
                    .anyMatch(line -> line.contains("/portfolio"))
                    .noneMatch(line -> line.contains(user));
        }
    }

    @Test
    void aFaultSaysNothingOfTheInsideAndIsLoggedWithItsRequest() {
        PersistencePorts ports = new InMemoryStore().ports();
        PersistencePorts broken = ports.with(new BrokenRegistrations());
        Reply reply;
        World world = new World(broken);
        Partner rated = world.enrol(
                PartnerBuilder.of("rated").exchanges("SIXPENCE").rate(5).build());
        try (Site site = Site.open(world)) {
            reply = site.send(
                    "POST",
                    "/api/v1/partner/register",
                    BodyPublishers.ofString(
                            Bodies.of("fault@example.com", body -> body.put("partner_source", "RATED"))),
                    "Content-Type",
                    "application/json",
                    "Authorization",
                    "Bearer " + world.tokenOf(rated, Scope.DEFAULT));
        }

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.code()).isEqualTo("INTERNAL_ERROR");
        assertThat(reply.header("RateLimit")).as("it was counted").isEqualTo("\"credential\";r=4;t=60");
        assertThat(reply.text()).doesNotContain("inner", "table", "Exception", "dev.gangway");
        assertThat(log.list)
                .filteredOn(event -> event.getLevel() == Level.ERROR)
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.getThrowableProxy().getMessage()).isEqualTo("inner table is on fire");
                    assertThat(event.getMDCPropertyMap())
                            .containsEntry(
                                    "request_id", reply.json().get("request_id").asText());
                });
    }

    private static final class BrokenRegistrations implements Registrations {
        @Override
        public @Nullable KnownUser snapshot(
                Realm realm, EmailAddress email, PartnerId partnerId, @Nullable PartnerUserId partnerUserId) {
            throw new IllegalStateException("inner table is on fire");
        }

        @Override
        public Recorded record(Registration registration) {
            throw new IllegalStateException("inner table is on fire");
        }
    }

    private static String everything(ILoggingEvent event) {
        StringBuilder text = new StringBuilder(event.getLoggerName())
                .append(' ')
                .append(event.getFormattedMessage())
                .append(pairs(event))
                .append(event.getMDCPropertyMap());
        for (var failure = event.getThrowableProxy(); failure != null; failure = failure.getCause()) {
            text.append(failure.getMessage());
        }
        return text.toString();
    }

    private static Map<String, Object> pairs(ILoggingEvent event) {
        return event.getKeyValuePairs() == null
                ? Map.of()
                : event.getKeyValuePairs().stream().collect(Collectors.toMap(pair -> pair.key, pair -> pair.value));
    }
}
