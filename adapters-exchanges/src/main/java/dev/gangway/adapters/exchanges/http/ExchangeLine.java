package dev.gangway.adapters.exchanges.http;

import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.domain.source.ExchangeName;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The line to one exchange: its one address, its throttle, and its idea of the time. Connectors call their exchange through
 * it and through nothing else.
 */
public final class ExchangeLine {
    /** How long a 429 without {@code Retry-After} pauses everybody here. */
    static final Duration USUAL_PAUSE = Duration.ofSeconds(60);

    /** The same for a 418, with which an exchange bans an address that went on after a 429. */
    static final Duration BAN_PAUSE = Duration.ofMinutes(5);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int BANNED = 418;

    private final ExchangeName exchange;
    private final String baseUrl;
    private final Throttle throttle;
    private final ExchangeHttp http;
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    /**
     * @param baseUrl the exchange's address, http or https, without query; a path before the API's own is kept
     * @param throttle what the exchange allows from this address
     */
    public ExchangeLine(ExchangeName exchange, URI baseUrl, Throttle throttle, ExchangeHttp http, Clock clock) {
        boolean web = "https".equals(baseUrl.getScheme()) || "http".equals(baseUrl.getScheme());
        if (!web || baseUrl.getHost() == null || baseUrl.getRawQuery() != null || baseUrl.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "The address of " + exchange + " must be an http or https URL without query");
        }
        String address = baseUrl.toString();
        this.exchange = exchange;
        this.baseUrl = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
        this.throttle = throttle;
        this.http = http;
        this.clock = clock;
    }

    /** Which exchange. */
    public ExchangeName exchange() {
        return exchange;
    }

    /** The host and port of its address, as some exchanges have them signed. */
    public String authority() {
        return URI.create(baseUrl).getRawAuthority();
    }

    /** What the request line holds for {@code pathAndQuery}, a path of the base address included. */
    public String target(String pathAndQuery) {
        URI uri = at(pathAndQuery);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + '?' + uri.getRawQuery();
    }

    private URI at(String pathAndQuery) {
        return URI.create(baseUrl + pathAndQuery);
    }

    /**
     * Asks with GET.
     *
     * @param pathAndQuery encoded, with a slash first
     * @param cost in the units of the throttle
     * @throws ExchangeUnavailable if there is no answer, it is too long or too late, or the exchange asks for peace
     */
    public ExchangeAnswer get(String pathAndQuery, int cost, Map<String, String> headers) {
        throttle.enter(cost);
        return peaceful(http.get(exchange, at(pathAndQuery), headers));
    }

    /**
     * Asks with POST, for exchanges that read so.
     *
     * @param form the body, encoded as {@code application/x-www-form-urlencoded}
     * @param cost in the units of the throttle
     * @throws ExchangeUnavailable if there is no answer, it is too long or too late, or the exchange asks for peace
     */
    public ExchangeAnswer post(String path, String form, int cost, Map<String, String> headers) {
        throttle.enter(cost);
        return peaceful(http.post(exchange, at(path), form, headers));
    }

    private ExchangeAnswer peaceful(ExchangeAnswer answer) {
        return switch (answer.status()) {
            case TOO_MANY_REQUESTS -> throw pause(answer, USUAL_PAUSE);
            case BANNED -> throw pause(answer, BAN_PAUSE);
            default -> answer;
        };
    }

    /**
     * Pauses everybody who asks this exchange from here, for an answer with which it asks for peace.
     *
     * @param usual for how long if the answer does not say
     * @return what the call came to
     */
    public ExchangeUnavailable pause(ExchangeAnswer answer, Duration usual) {
        Duration asked = answer.retryAfter();
        Duration wait = asked.isZero() ? usual : asked;
        throttle.pause(wait);
        return new ExchangeUnavailable(exchange + " asked us to slow down", wait);
    }

    /** The time as the exchange keeps it, as far as it is known. */
    public Instant now() {
        return clock.instant().plus(ahead);
    }

    /** The exchange has told its time, because ours was too far from it. */
    public void setTime(Instant exchangeTime) {
        ahead = Duration.between(clock.instant(), exchangeTime);
    }

    /**
     * A fault of the exchange.
     *
     * @param what it did, to follow its name; never text of an answer
     */
    public ExchangeUnavailable unreadable(String what) {
        return new ExchangeUnavailable(exchange + " " + what, Duration.ZERO);
    }

    /** Whether a header can carry this text; no exchange has issued a key that none can. */
    public static boolean canBeSent(String key) {
        return !key.isEmpty() && key.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
