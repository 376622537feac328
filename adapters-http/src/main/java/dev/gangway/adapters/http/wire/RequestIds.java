package dev.gangway.adapters.http.wire;

import java.util.List;
import java.util.function.Supplier;

/** Gives every request an id: the caller's own where it is well formed, else a new one. */
public final class RequestIds {
    /** The header that carries it, both ways. */
    public static final String HEADER = "X-Request-Id";

    private static final int MAX = 128;

    private final Supplier<String> fresh;

    /** Takes new ids from {@code fresh}. */
    public RequestIds(Supplier<String> fresh) {
        this.fresh = fresh;
    }

    /** The id of a request that came with these values of {@link #HEADER}. */
    public String of(List<String> sent) {
        return sent.size() == 1 && isWellFormed(sent.get(0)) ? sent.get(0) : fresh.get();
    }

    private static boolean isWellFormed(String id) {
        if (id.isEmpty() || id.length() > MAX) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean allowed = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || c == '.'
                    || c == '_'
                    || c == '-';
            if (!allowed) {
                return false;
            }
        }
        return true;
    }
}
