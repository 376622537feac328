package dev.gangway.bootstrap.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.bootstrap.log.Redaction;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * A user's whole way, over HTTP alone: the partner registers, the browser follows the link and lands signed in, the
 * history arrives and stands on the report page.
 */
public final class Journey {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final JsonMapper JSON = new JsonMapper();

    private final Access access;
    private final String email;
    private final PrintStream out;

    /**
     * A journey of somebody who is not known yet.
     *
     * @param out where its steps are told
     */
    public Journey(Access access, String email, PrintStream out) {
        this.access = access;
        this.email = email;
        this.out = out;
    }

    /** A step that did not come to what it should. */
    static final class Lost extends Exception {
        private static final long serialVersionUID = 1L;

        Lost(String why) {
            super(why, null, false, false);
        }
    }

    /** Walks it. Returns whether every step came to what it should; the first that did not was told last. */
    public boolean walk() {
        try (Browser browser = new Browser()) {
            step("the server is ready", () -> ready(browser));
            JsonNode answer = step("the partner registers a user", () -> register(browser));
            URI link = URI.create(answer.path("redirect_url").asText());
            step("a link preview looks at the link and burns nothing", () -> look(browser, link));
            URI landing = step("the browser follows the link", () -> follow(browser, link));
            String userId = answer.path("user_id").asText();
            step("the user has landed signed in", () -> signedIn(browser, landing, userId));
            step("the link is used up", () -> usedUp(link));
            step("the history arrives from the exchange", () -> populated(browser));
            step("the report shows transactions", () -> report(browser, landing));
            step("the partner reads the portfolio", () -> portfolio(browser, userId));
            return true;
        } catch (Stopped stopped) {
            return false;
        }
    }

    /** Walks as far as the landing. Returns whether it was reached. */
    public boolean land() {
        try (Browser browser = new Browser()) {
            JsonNode answer = step("the partner registers a user", () -> register(browser));
            URI link = URI.create(answer.path("redirect_url").asText());
            URI landing = step("the browser follows the link", () -> follow(browser, link));
            step(
                    "the user has landed signed in",
                    () -> signedIn(browser, landing, answer.path("user_id").asText()));
            return true;
        } catch (Stopped stopped) {
            return false;
        }
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped() {
            super(null, null, false, false);
        }
    }

    /** What a step found, and a few words on it. */
    private record Found<T>(T result, String remark) {}

    private <T> T step(String name, Callable<Found<T>> work) {
        long started = System.nanoTime();
        try {
            Found<T> found = work.call();
            tell("ok    ", name, started, found.remark());
            return found.result();
        } catch (Lost lost) {
            tell("FAILED", name, started, String.valueOf(lost.getMessage()));
        } catch (Exception fault) {
            // whatever it was, the step is what failed
            tell("FAILED", name, started, fault.getClass().getSimpleName() + ": " + fault.getMessage());
        }
        throw new Stopped();
    }

    private void tell(String verdict, String name, long started, String remark) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        out.println(Redaction.of(String.format(Locale.ROOT, "%s %6d ms  %s: %s", verdict, millis, name, remark)));
        out.flush();
    }

    private Found<Boolean> ready(Browser browser) throws IOException, Lost {
        HttpResponse<String> response =
                browser.bare(HttpRequest.newBuilder(at("/health/ready")).GET().build());
        expect(response, 200);
        return new Found<>(true, "200");
    }

    private Found<JsonNode> register(Browser browser) throws IOException, Lost {
        Map<String, Object> credentials = new LinkedHashMap<>();
        credentials.put("exchange_name", "SIXPENCE");
        credentials.put("api_key", access.apiKey());
        credentials.put("api_secret", access.apiSecret());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("email", email);
        body.put("name", "Robin");
        body.put("partner_source", access.partnerSource());
        body.put("jurisdiction", "RSA");
        body.put("api_credentials", List.of(credentials));
        HttpResponse<String> response = browser.bare(HttpRequest.newBuilder(at("/api/v1/partner/register"))
                .header("Authorization", "Bearer " + access.partnerToken())
                .header("Content-Type", "application/json")
                .timeout(Duration.ofSeconds(20))
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
        expect(response, 201);
        JsonNode answer = JSON.readTree(response.body());
        if (!answer.path("user_created").asBoolean()
                || answer.path("sources_added").asInt() != 1
                || !answer.path("sources").path(0).path("status").asText().equals("processing")) {
            throw new Lost("the answer does not tell of a new user with one source in processing");
        }
        if (!answer.path("redirect_url").asText().startsWith(access.baseUrl() + "/r/")) {
            throw new Lost("the answer holds no link to " + access.baseUrl());
        }
        return new Found<>(
                answer,
                "201, " + answer.path("user_id").asText() + ", discount "
                        + (answer.path("discount_applied").asBoolean() ? "" : "not ") + "applied");
    }

    private static Found<Boolean> look(Browser browser, URI link) throws IOException, Lost {
        HttpResponse<String> response = browser.bare(
                HttpRequest.newBuilder(link).header("Accept", "text/html").GET().build());
        expect(response, 200);
        if (!response.body().contains("<form")) {
            throw new Lost("there is no button to continue");
        }
        return new Found<>(true, "200, a page with one button");
    }

    private static Found<URI> follow(Browser browser, URI link) throws IOException, Lost {
        HttpResponse<String> response = browser.navigate(link);
        expect(response, 303);
        URI landing = link.resolve(response.headers().firstValue("Location").orElse(""));
        if (landing.toString().contains("/r/")) {
            throw new Lost("it leads to another link");
        }
        return new Found<>(landing, "303 to " + landing.getPath());
    }

    private Found<Boolean> signedIn(Browser browser, URI landing, String userId) throws IOException, Lost {
        expect(browser.navigate(landing), 200);
        HttpResponse<String> session = browser.fetch(at("/api/v1/session"), "application/json");
        expect(session, 200);
        String signedIn = JSON.readTree(session.body()).path("user_id").asText();
        if (!signedIn.equals(userId)) {
            throw new Lost("somebody else is signed in");
        }
        return new Found<>(true, "200, signed in as " + signedIn);
    }

    private static Found<Boolean> usedUp(URI link) throws IOException, Lost {
        try (Browser stranger = new Browser()) {
            expect(stranger.navigate(link), 410);
        }
        return new Found<>(true, "410 for anybody else");
    }

    private Found<Boolean> populated(Browser browser) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> response = browser.fetch(at("/report/status"), "text/html");
            expect(response, 200);
            if (response.body().contains("data-live=\"done\"")) {
                if (!response.body().contains("Up to date")) {
                    throw new Lost("the import ended without success");
                }
                return new Found<>(true, "populated");
            }
            if (System.nanoTime() > deadline) {
                throw new Lost("still importing after " + PATIENCE.toSeconds() + " s");
            }
            TimeUnit.NANOSECONDS.sleep(GLANCE.toNanos());
        }
    }

    private static Found<Integer> report(Browser browser, URI landing) throws IOException, Lost {
        HttpResponse<String> response = browser.navigate(landing);
        expect(response, 200);
        String page = response.body();
        int table = page.indexOf("<tbody");
        int rows = table < 0 ? 0 : page.substring(table).split("<tr", -1).length - 1;
        if (rows == 0) {
            throw new Lost("there is no transaction on it");
        }
        return new Found<>(rows, "200, the latest " + rows + " of them");
    }

    private Found<Integer> portfolio(Browser browser, String userId) throws IOException, Lost {
        HttpResponse<String> response = browser.bare(HttpRequest.newBuilder(at("/portfolio?user_id=" + userId))
                .header("Authorization", "Bearer " + access.partnerToken())
                .timeout(Duration.ofSeconds(20))
                .GET()
                .build());
        expect(response, 200);
        JsonNode holdings = JSON.readTree(response.body());
        if (!holdings.path(0).path("quantity").isNumber()) {
            throw new Lost("there is nothing in it");
        }
        return new Found<>(holdings.size(), "200, " + holdings.size() + " holdings");
    }

    private URI at(String path) {
        return URI.create(access.baseUrl() + path);
    }

    private static void expect(HttpResponse<String> response, int status) throws Lost {
        if (response.statusCode() != status) {
            String problem =
                    response.headers().firstValue("Content-Type").orElse("").contains("json")
                            ? ": " + response.body()
                            : "";
            throw new Lost("expected " + status + ", not " + response.statusCode() + problem);
        }
    }
}
