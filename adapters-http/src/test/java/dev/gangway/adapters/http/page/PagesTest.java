package dev.gangway.adapters.http.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.adapters.http.page.DeadLinkView.Reason;
import dev.gangway.adapters.http.page.SourceRow.State;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

    private static final Pages PAGES = Pages.of(Assets.load(), "Gangway");

    private static final Pattern FORM = Pattern.compile("<form\\b([^>]*)>(.*?)</form>", Pattern.DOTALL);
    private static final Pattern LINKED = Pattern.compile("\\b(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>(.*?)</script>", Pattern.DOTALL);

    static Stream<String> samples() {
        return Samples.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isAWholeDocumentThatAPhoneAndAScreenReaderUnderstand(String sample) {
        String html = html(sample);

        assertThat(html).startsWith("<!doctype html>").endsWith("</html>").contains("<html lang=\"en\">");
        assertThat(html).contains("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        assertThat(html).containsPattern("<title>[^<]+ · Gangway</title>");
        assertThat(html.split("<h1", -1)).as("headings of the first rank").hasSize(2);
        assertThat(html.split("<main", -1)).hasSize(2);
        assertThat(html).contains("<link rel=\"stylesheet\" href=\"/assets/gangway.");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void needsNothingThatTheContentSecurityPolicyForbids(String sample) {
        String html = html(sample);

        assertThat(html).doesNotContainPattern("(?i)<[^>]*\\sstyle\\s*=").doesNotContain("<style");
        assertThat(html).doesNotContainPattern("(?i)<[^>]*\\son[a-z]+\\s*=").doesNotContain("javascript:");
        assertThat(matches(SCRIPT, html)).allSatisfy(script -> {
            assertThat(script.group(1)).containsPattern("src=\"/assets/(?:live|later)\\.");
            assertThat(script.group(2)).isEmpty();
        });
        assertThat(matches(LINKED, html))
                .extracting(link -> link.group(1))
                .allMatch(url -> (url.startsWith("/") && !url.startsWith("//"))
                        || url.equals("#main")
                        || url.equals(Samples.SIXPENCE.url()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void everyFormPostsItsTokenOrChangesNothing(String sample) {
        assertThat(matches(FORM, html(sample))).allSatisfy(form -> {
            if (form.group(1).contains("method=\"get\"")) {
                assertThat(form.group(1)).contains("action=\"/report/");
                assertThat(form.group(2)).doesNotContain("form_token");
                return;
            }
            assertThat(form.group(1)).contains("method=\"post\"");
            assertThat(form.group(2))
                    .containsPattern("<input type=\"hidden\" name=\"form_token\" value=\"form[^\"]*\">");
        });
    }

    @Test
    void theSignedInHeaderSaysWhoAndOffersToSignOut() {
        assertThat(html("report-done"))
                .contains("<bdi>jordan.mensah@example.com</bdi>")
                .contains("action=\"/sign-out\"");
        assertThat(html("home")).doesNotContain("/sign-out");
    }

    @Test
    void theReportKeepsItselfCurrentWhileASourceIsImportingAndNoLonger() {
        assertThat(html("report-arriving"))
                .contains("data-live=\"importing\"", "/assets/live.")
                .contains("<noscript><meta http-equiv=\"refresh\" content=\"3\"></noscript>");
        assertThat(html("report-done"))
                .contains("data-live=\"done\"")
                .doesNotContain("/assets/live.")
                .doesNotContain("http-equiv=\"refresh\"");
    }

    @Test
    void theStatusFragmentIsThePartOfTheReportThatChanges() {
        String fragment = PAGES.reportStatus(Samples.arriving());

        assertThat(fragment).startsWith("<div data-live=\"importing\"").doesNotContain("<html", "<form", "<script");
        assertThat(html("report-arriving")).contains(fragment);
    }

    @Test
    void theReportSaysWhatCameAndFromWhere() {
        assertThat(html("report-done"))
                .contains("Welcome, <bdi>Jordan</bdi>", "Brought here by <bdi>SixpenceX</bdi>")
                .contains("SIXPENCE_WELCOME_500", "312 transactions", "Up to date")
                .contains("Bought 0.0123\u00A0BTC for 12\u202F345.67\u00A0ZAR")
                .contains("<time datetime=\"2026-11-20T18:22:41Z\">");
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateOfASourceIsInPlainWordsAndSaysWhatToDo(State state) {
        String html = PAGES.reportStatus(
                Samples.report(0, List.of(), new SourceRow("SixpenceX", null, state, 0, null, Samples.SIXPENCE)));

        assertThat(html).contains(state.label(), "data-status=\"" + state.status() + "\" data-transactions=\"0\"");
        boolean calm = EnumSet.of(State.IMPORTING, State.UP_TO_DATE, State.REFRESHING, State.UPLOADED)
                .contains(state);
        assertThat(html.contains("class=\"advice\"")).isEqualTo(!calm);
        assertThat(html.contains("Go to <bdi>SixpenceX</bdi>")).isEqualTo(!calm && state != State.NOT_SUPPORTED);
    }

    @Test
    void aRefusedKeyAndASilentExchangeAreNamedAsSuch() {
        assertThat(text(html("report-mixed"))).contains("SixpenceX refused the key.", "Could not reach Luno.");
    }

    @Test
    void continueSaysWhoSentTheUserAndWhereTo() {
        assertThat(text(html("continue"))).contains("Continue to Gangway", "SixpenceX made you a sign-in link");
        assertThat(html("continue")).contains("<form method=\"post\" action=\"/r/token\">");
    }

    @Test
    void switchNamesOnlyThePersonWhoIsSignedIn() {
        assertThat(text(html("switch")))
                .contains("You are signed in as jordan.mensah@example.com")
                .contains("Continue as the other person", "Stay signed in");
        assertThat(html("switch")).contains("href=\"/report\"", "<form method=\"post\" action=\"/r/token\">");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aDeadLinkSaysWhichAndLeadsBack(Reason reason) {
        String known = PAGES.deadLink(Samples.NOBODY, new DeadLinkView(reason, Samples.SIXPENCE));
        String unknown = PAGES.deadLink(Samples.NOBODY, new DeadLinkView(reason, null));

        assertThat(known).contains(reason.title(), "href=\"https://sixpencex.example/tax\"", "Back to <bdi>SixpenceX");
        assertThat(unknown).contains(reason.title(), "start again").doesNotContain("https://");
    }

    @Test
    void anErrorCarriesItsStatusAndRequestId() {
        assertThat(html("error")).contains("Error 500", "req_01KAMQ7Z8T5W3N9V2XJ4RCE6DH");
    }

    @Test
    void anOperatorWithANameOfItsOwnIsNamedEverywhere() {
        String html = Pages.of(Assets.load(), "Tidewater Tax")
                .continueHandoff(Samples.NOBODY, new ContinueView("/r/token", "form", "SixpenceX"));

        assertThat(text(html)).contains("Continue to Tidewater Tax", "Tidewater Tax runs on Gangway.");
    }

    private static String html(String sample) {
        return Objects.requireNonNull(Samples.all().get(sample)).apply(PAGES);
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]+>", "").replaceAll("\\s+", " ");
    }

    private static List<MatchResult> matches(Pattern pattern, String html) {
        return pattern.matcher(html).results().toList();
    }
}
