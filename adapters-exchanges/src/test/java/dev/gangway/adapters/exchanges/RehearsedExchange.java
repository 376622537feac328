package dev.gangway.adapters.exchanges;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An exchange of many paths, whose answers a test can change path by path, and whose clock it can put back. */
public abstract class RehearsedExchange extends StubbedExchange {
    private final Set<String> reads;
    private final String timePath;
    private final List<String> asked = new ArrayList<>();
    private final Set<String> gone = new HashSet<>();
    private final Map<String, Answer> instead = new HashMap<>();
    private Duration behind = Duration.ZERO;

    /**
     * Begins to listen.
     *
     * @param reads the paths that a connector may read
     * @param timePath the one that tells the exchange's time, which is read where a clock is wrong
     */
    protected RehearsedExchange(Set<String> reads, String timePath) {
        this.reads = Set.copyOf(reads);
        this.timePath = timePath;
    }

    /** Answers 404 at {@code path}, or there again. */
    public final synchronized void missing(String path, boolean missing) {
        if (missing) {
            gone.add(path);
        } else {
            gone.remove(path);
        }
    }

    /** Answers something else at {@code path}. */
    public final synchronized void answer(String path, int status, String body) {
        instead.put(path, new Answer(status, body));
    }

    /** The exchange's clock is so far behind. */
    public final synchronized void behind(Duration wrong) {
        behind = wrong;
    }

    /** Path and query of everything that was asked since the last look. */
    public final synchronized List<String> asked() {
        List<String> since = List.copyOf(asked);
        asked.clear();
        return since;
    }

    @Override
    public final synchronized Set<String> readCalls() {
        Stream<String> time = behind.isZero() ? Stream.of() : Stream.of(timePath);
        return Stream.concat(reads.stream(), time).map(path -> "GET " + path).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public final boolean keepsOneOrder() {
        return false;
    }

    @Override
    protected final synchronized Answer honest(Asked call) {
        asked.add(call.target());
        Answer open = unsigned(call, asked.size());
        if (open != null) {
            return open;
        }
        Answer refused = refused(call);
        if (refused != null) {
            return refused;
        }
        if (gone.contains(call.path())) {
            return new Answer(404, "<html>Not found</html>");
        }
        Answer other = instead.get(call.path());
        return other != null ? other : told(call);
    }

    /** The exchange's time. */
    protected final synchronized Instant exchangeTime() {
        return NOW.minus(behind);
    }

    /**
     * The answer to a call that needs no signature, null where it needs one.
     *
     * @param calls how many there were since the last look
     */
    protected abstract @Nullable Answer unsigned(Asked call, int calls);

    /** Why a call that needs a signature is refused, null if it is not. */
    protected abstract @Nullable Answer refused(Asked call);

    /** What a path tells. */
    protected abstract Answer told(Asked call);

    /** A parameter as a number. */
    protected static long number(Asked call, String parameter, long otherwise) {
        String value = call.parameter(parameter);
        return value == null ? otherwise : Long.parseLong(value);
    }
}
