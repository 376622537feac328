package dev.gangway.bootstrap.demo.sixpence.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets a request in only if it was meant for this machine. Being bound to loopback is not enough: a foreign page can
 * post a form to 127.0.0.1, and a foreign name can be made to resolve to it (DNS rebinding).
 */
public final class LoopbackGuard {

    private static final Pattern LOOPBACK_HOST =
            Pattern.compile("(?:localhost|127\\.0\\.0\\.1|\\[::1])(?::\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackGuard() {}

    /** The refusal, or nothing if the request may go on. */
    public static Optional<Answer> refusal(HttpExchange exchange) {
        Headers headers = exchange.getRequestHeaders();
        Optional<String> host = only(headers, "Host");
        if (host.isEmpty() || !LOOPBACK_HOST.matcher(host.get()).matches()) {
            return Optional.of(
                    Answer.of(421, "text/plain; charset=utf-8", "This server answers to loopback names only.\n"));
        }
        if (!isRead(exchange.getRequestMethod()) && !fromOwnPage(headers, host.get())) {
            return Optional.of(Answer.of(403, "text/plain; charset=utf-8", "This form was sent from another site.\n"));
        }
        return Optional.empty();
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** A browser always says where a form comes from; what says nothing at all is not a browser. */
    private static boolean fromOwnPage(Headers headers, String host) {
        if (headers.containsKey("Origin")) {
            return only(headers, "Origin")
                    .filter(("http://" + host)::equalsIgnoreCase)
                    .isPresent();
        }
        return !headers.containsKey("Sec-Fetch-Site")
                || only(headers, "Sec-Fetch-Site").filter("same-origin"::equals).isPresent();
    }

    private static Optional<String> only(Headers headers, String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }
}
