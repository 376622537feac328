package dev.gangway.bootstrap.config;

import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.InvalidValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The form of one variable's values.
 *
 * @param <T> what a well-formed value is read as
 */
interface Form<T> {
    /** What is allowed, for docs/configuration.md and for complaints: "a whole number from 1 to 64". */
    String description();

    /** The value, or null if the text is malformed. */
    @Nullable
    T parse(String text);

    /** Any text. */
    static Form<String> text(String description) {
        return of(description, text -> text);
    }

    /** A text that fits {@code check}. */
    static Form<String> text(String description, Function<String, Boolean> check) {
        return of(description, text -> check.apply(text) ? text : null);
    }

    /** What {@code parser} accepts, which throws an {@link IllegalArgumentException} where it does not. */
    static <T> Form<T> checked(String description, Function<String, T> parser) {
        return of(description, text -> {
            try {
                return parser.apply(text);
            } catch (IllegalArgumentException malformed) {
                return null;
            }
        });
    }

    /** One of some words. */
    static <T> Form<T> choice(Map<String, T> words) {
        Map<String, T> ordered = new LinkedHashMap<>(words);
        return of("one of " + String.join(", ", ordered.keySet()), ordered::get);
    }

    /** A whole number. */
    static Form<Integer> whole(int least, int most) {
        return of("a whole number from " + least + " to " + most, text -> {
            if (!text.matches("\\d{1,9}")) {
                return null;
            }
            int number = Integer.parseInt(text);
            return number < least || number > most ? null : number;
        });
    }

    /** A length of time. */
    static Form<Duration> duration(Duration least, Duration most) {
        String range = " from " + Durations.print(least) + " to " + Durations.print(most);
        return of("a duration" + range + ", such as 30s, 15m, 12h or 30d", text -> {
            Duration duration = Durations.parse(text);
            return duration == null || duration.compareTo(least) < 0 || duration.compareTo(most) > 0 ? null : duration;
        });
    }

    /** How often somebody may ask. */
    static Form<CallRate> rate() {
        return of("a whole number from 1 to 1000000, or unlimited", text -> {
            if (text.equals("unlimited")) {
                return CallRate.UNLIMITED;
            }
            return text.matches("[1-9]\\d{0,5}|1000000") ? new CallRate(Integer.parseInt(text)) : null;
        });
    }

    /** Addresses and blocks of them; never all that there are. */
    static Form<List<AddressRange>> addressRanges() {
        return of("addresses and CIDR blocks, parted by commas, such as 10.0.0.0/8,2001:db8::1", text -> {
            List<AddressRange> ranges = new ArrayList<>();
            try {
                for (String part : text.split(",", -1)) {
                    ranges.add(AddressRange.of("range", part.strip()));
                }
            } catch (InvalidValue malformed) {
                return null;
            }
            // who trusts everybody believes what anybody makes up
            return ranges.stream().anyMatch(range -> range.toString().endsWith("/0")) ? null : List.copyOf(ranges);
        });
    }

    /** A folder. */
    static Form<Path> folder() {
        return of("a folder", text -> {
            try {
                return Path.of(text);
            } catch (InvalidPathException malformed) {
                return null;
            }
        });
    }

    /** The scheme and authority of an HTTP server. */
    static Form<URI> origin() {
        return of("an http or https address without a path, such as https://gangway.example", text -> {
            try {
                URI uri = new URI(text);
                boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
                String path = uri.getRawPath();
                boolean bare = path == null || path.isEmpty() || path.equals("/");
                boolean nothingElse =
                        uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
                if (!http || !bare || !nothingElse || uri.getHost() == null) {
                    return null;
                }
                return new URI(uri.getScheme(), null, uri.getHost(), uri.getPort(), null, null, null);
            } catch (URISyntaxException malformed) {
                return null;
            }
        });
    }

    private static <T> Form<T> of(String description, Function<String, @Nullable T> parser) {
        return new Form<>() {
            @Override
            public String description() {
                return description;
            }

            @Override
            public @Nullable T parse(String text) {
                return parser.apply(text);
            }
        };
    }
}
