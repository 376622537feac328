package dev.gangway.adapters.http.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One cookie of ours. Where the base URL is https its name has the {@code __Host-} prefix, so that no other host and no
 * plain connection can have set it.
 */
public final class Cookies {
    private static final int MAX_VALUE = 512;

    private final String name;
    private final String attributes;

    /**
     * @param name without the prefix
     * @param secure whether the base URL is https
     */
    public Cookies(String name, boolean secure) {
        this.name = secure ? "__Host-" + name : name;
        this.attributes = "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    /** The name as it travels. */
    public String name() {
        return name;
    }

    /** The {@code Set-Cookie} that sets it until the browser closes. */
    public String set(String value) {
        return name + '=' + value + attributes;
    }

    /** The {@code Set-Cookie} that removes it. */
    public String clear() {
        return name + "=; Max-Age=0" + attributes;
    }

    /**
     * Its value in a request's {@code Cookie} headers; null where it is absent, empty, overlong, or there twice: then
     * somebody else set one of them, and nobody can tell which.
     */
    public @Nullable String in(List<String> headers) {
        String found = null;
        for (String header : headers) {
            int from = 0;
            while (from < header.length()) {
                int end = header.indexOf(';', from);
                end = end < 0 ? header.length() : end;
                String value = valueOf(header, from, end);
                if (value != null) {
                    if (found != null) {
                        return null;
                    }
                    found = value;
                }
                from = end + 1;
            }
        }
        return found == null || found.isEmpty() || found.length() > MAX_VALUE ? null : found;
    }

    private @Nullable String valueOf(String header, int from, int end) {
        int start = from;
        while (start < end && (header.charAt(start) == ' ' || header.charAt(start) == '\t')) {
            start++;
        }
        int equals = start + name.length();
        boolean ours = equals < end && header.charAt(equals) == '=' && header.startsWith(name, start);
        return ours ? header.substring(equals + 1, end).strip() : null;
    }
}
