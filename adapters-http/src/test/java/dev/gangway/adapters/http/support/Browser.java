package dev.gangway.adapters.http.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A browser as far as links and sessions need one: it keeps cookies and says what it fetches for. */
public final class Browser {
    private final Site site;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** A fresh one. */
    public Browser(Site site) {
        this.site = site;
    }

    /** Follows a link, as a person does. */
    public Reply navigate(String path) {
        return get(path, "Sec-Fetch-Mode", "navigate", "Sec-Fetch-Dest", "document", "Accept", "text/html,*/*;q=0.8");
    }

    /** Fetches; a header whose value is null is left out. */
    public Reply get(String path, @Nullable String... headers) {
        return keep(site.get(path, with(headers)));
    }

    /** Presses the button of a page. */
    public Reply submit(String path, Reply page) {
        return keep(site.form(
                path,
                "form_token=" + page.formToken(),
                with("Origin", "null", "Sec-Fetch-Site", "same-origin", "Accept", "text/html")));
    }

    /** A cookie that it has. */
    public @Nullable String cookie(String name) {
        return cookies.get(name);
    }

    /** Puts a cookie back. */
    public void remember(String name, @Nullable String value) {
        if (value != null) {
            cookies.put(name, value);
        }
    }

    /** The user that its session belongs to, empty for nobody. */
    public String signedInAs() {
        return get("/api/v1/session").json().path("user_id").asText();
    }

    private Reply keep(Reply reply) {
        for (String cookie : reply.headers("Set-Cookie")) {
            String[] pair = cookie.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty()) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
        return reply;
    }

    private String[] with(@Nullable String... headers) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < headers.length; i += 2) {
            String name = headers[i];
            String value = headers[i + 1];
            if (name != null && value != null) {
                all.add(name);
                all.add(value);
            }
        }
        if (!cookies.isEmpty()) {
            all.add("Cookie");
            all.add(cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        return all.toArray(new String[0]);
    }
}
