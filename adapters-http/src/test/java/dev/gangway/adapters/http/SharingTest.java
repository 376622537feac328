package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.support.Browser;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.application.ledger.LedgerScope;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.ConnectionStatus;
import dev.gangway.domain.user.UserId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The user's word on what partners see, on the report page. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SharingTest {
    private Site site;
    private Partner sixpence;
    private Partner other;
    private int users;
    private Browser browser;
    private UserId user;

    @BeforeAll
    void open() {
        site = Site.open();
        sixpence = site.world().sixpence();
        other = site.world()
                .enrol(PartnerBuilder.of("other").name("Other & Sons").build());
    }

    @BeforeEach
    void signIn() {
        browser = new Browser(site);
        browser.navigate(site.link("sharing-" + ++users + "@example.com"));
        user = new UserId(browser.signedInAs());
    }

    @AfterAll
    void close() {
        site.close();
    }

    private Reply report() {
        return browser.navigate("/report");
    }

    private Reply post(String fields, String... headers) {
        return post(browser, fields, headers);
    }

    private Reply post(Browser as, String fields, String... headers) {
        String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Cookie";
        all[headers.length + 1] = "gangway_session=" + as.cookie("gangway_session");
        return site.form("/report/sharing", fields, all);
    }

    private String form(Partner partner, String sharing) {
        return "form_token=" + report().formToken() + "&partner=" + partner.id() + "&sharing=" + sharing;
    }

    private LedgerScope visible(Partner partner) {
        LedgerScope scope = site.world().ports().portfolios().visible(user, partner.id());
        if (scope == null) {
            throw new AssertionError("nothing is visible");
        }
        return scope;
    }

    private void connect(Partner partner, ConnectionStatus status) {
        site.world()
                .ports()
                .arranged()
                .connect(user, new Connection(partner.id(), status, MovableClock.START, null), MovableClock.START);
    }

    @Test
    void thePageSaysWhatEachPartnerSeesAndTheButtonChangesIt() {
        connect(other, ConnectionStatus.ACTIVE);
        assertThat(report().text())
                .contains("What <bdi>SixpenceX</bdi> sees", "What <bdi>Other &amp; Sons</bdi> sees")
                .contains("Your holdings in the sources that it sent here, and nothing else.")
                .doesNotContain("Your holdings in all of your sources.");

        Reply shared = post(form(sixpence, "all_sources"));

        assertThat(shared.status()).isEqualTo(303);
        assertThat(shared.header("Location")).isEqualTo("/report");
        assertThat(visible(sixpence)).isEqualTo(LedgerScope.whole(user));
        assertThat(visible(other)).isEqualTo(new LedgerScope(user, other.id()));
        assertThat(report().text()).contains("Your holdings in all of your sources.", "Share only what it sent");

        assertThat(post(form(sixpence, "sent_sources")).status()).isEqualTo(303);
        assertThat(post(form(sixpence, "sent_sources")).status()).as("again").isEqualTo(303);
        assertThat(visible(sixpence)).isEqualTo(new LedgerScope(user, sixpence.id()));
    }

    @ParameterizedTest
    @CsvSource({"PENDING", "REVOKED"})
    void nothingIsSharedWithAPartnerThatIsNotConnected(ConnectionStatus status) {
        connect(other, status);

        Reply refused = post(form(other, "all_sources"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.errors()).containsExactly("partner NOT_ALLOWED");
        assertThat(report().text()).doesNotContain("Other &amp; Sons");
        connect(other, ConnectionStatus.ACTIVE);
        assertThat(visible(other)).isEqualTo(new LedgerScope(user, other.id()));
    }

    @Test
    void whatThePageWouldNotSendChangesNothing() {
        String token = "form_token=" + report().formToken();
        String partner = "&partner=" + sixpence.id();
        assertThat(post(token + partner).errors()).containsExactly("sharing NOT_ALLOWED");
        assertThat(post(token + partner + "&sharing=everything").errors()).containsExactly("sharing NOT_ALLOWED");
        assertThat(post(token + partner + "&sharing=ALL_SOURCES").errors()).containsExactly("sharing NOT_ALLOWED");
        assertThat(post(token + "&sharing=all_sources").errors()).containsExactly("partner INVALID_FORMAT");
        assertThat(post(token + "&sharing=all_sources&partner=1-1-1-1-1").errors())
                .containsExactly("partner INVALID_FORMAT");
        assertThat(post(token + partner + partner + "&sharing=all_sources").errors())
                .containsExactly("partner INVALID_FORMAT");
        assertThat(visible(sixpence)).isEqualTo(new LedgerScope(user, sixpence.id()));
    }

    @Test
    void onlyThisSessionsOwnPageChangesIt() {
        String form = form(sixpence, "all_sources");
        Browser stranger = new Browser(site);
        stranger.navigate(site.link("stranger-" + users + "@example.com"));

        assertThat(post(stranger, form).code()).isEqualTo("INVALID_FORM_TOKEN");
        assertThat(post(form, "Sec-Fetch-Site", "cross-site").status()).isEqualTo(403);
        assertThat(post(form, "Origin", "https://elsewhere.example").status()).isEqualTo(403);
        assertThat(post(form.substring(form.indexOf('&') + 1)).status()).isEqualTo(403);
        assertThat(site.form("/report/sharing", form).status()).isEqualTo(401);
        assertThat(visible(sixpence)).isEqualTo(new LedgerScope(user, sixpence.id()));
    }
}
