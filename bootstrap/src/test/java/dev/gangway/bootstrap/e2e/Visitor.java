package dev.gangway.bootstrap.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as the server sees it, with cookies of its own; or a machine that only looks. */
final class Visitor {
    /** Many at once, and none is kept waiting by another's connection. */
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** The session's cookie. */
    static final String SESSION = "gangway_session";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new TreeMap<>();

    /** One that has a session already. */
    static Visitor with(String session) {
        Visitor visitor = new Visitor();
        visitor.cookies.put(SESSION, session);
        return visitor;
    }

    /** Opens an address as a person does who clicks a link on another site. */
    HttpResponse<String> navigate(URI address) {
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html,application/xhtml+xml")
                .header("Sec-Fetch-Site", "cross-site")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .GET());
    }

    /** Opens it without saying how, or with {@code headers}. */
    HttpResponse<String> look(URI address, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address).header("Accept", "text/html").GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Asks as a script of the page does. */
    HttpResponse<String> fetch(URI address) {
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "application/json")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "cors")
                .GET());
    }

    /** Presses the button of a page that was shown at {@code address}. */
    HttpResponse<String> press(URI address, String page) {
        return post(address, "form_token=" + URLEncoder.encode(formToken(page), StandardCharsets.UTF_8));
    }

    /** Posts a form from a page of ours. */
    HttpResponse<String> post(URI address, String form) {
        return send(HttpRequest.newBuilder(address)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Sec-Fetch-Mode", "navigate")
                .header("Sec-Fetch-Dest", "document")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** The token in the form of a page. */
    static String formToken(String page) {
        Matcher found = FORM_TOKEN.matcher(page);
        if (!found.find()) {
            throw new AssertionError("There is no form on the page:\n" + page);
        }
        return found.group(1);
    }

    /** Whether it has a session's cookie. */
    boolean hasSession() {
        return cookies.containsKey(SESSION);
    }

    /** The value of its session's cookie. */
    String session() {
        return Objects.requireNonNull(cookies.get(SESSION), "there is no session");
    }

    /** Sends anything, with this visitor's cookies. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response =
                    CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString());
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private void keep(String setCookie) {
        List<String> parts = List.of(setCookie.split(";"));
        String[] pair = parts.getFirst().split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0].strip());
        } else {
            cookies.put(pair[0].strip(), pair[1].strip());
        }
    }
}
