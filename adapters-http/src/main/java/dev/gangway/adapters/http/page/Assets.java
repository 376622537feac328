package dev.gangway.adapters.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The style sheet, the script and the pictures of the pages. Each is served under a path that carries a hash of its
 * content, {@code /assets/gangway.<hash>.css}, and may be cached there for ever; loaded and hashed once, at start.
 */
public final class Assets {

    /** Where assets live; a route for {@code /assets/*} asks {@link #find}. */
    public static final String ROOT = "/assets/";

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "gangway.css", "text/css; charset=utf-8",
            "live.js", "text/javascript; charset=utf-8",
            "later.js", "text/javascript; charset=utf-8",
            "favicon.svg", "image/svg+xml",
            "mark.svg", "image/svg+xml");

    static final Set<String> NAMES = CONTENT_TYPES.keySet();

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    private static final Pattern REQUEST = Pattern.compile("/assets/([a-z]+)(?:\\.([0-9a-f]{16}))?\\.([a-z]+)");

    private final Map<String, Loaded> byName;

    private Assets(Map<String, Loaded> byName) {
        this.byName = byName;
    }

    /** Reads every asset from the classpath; a missing one stops the start. */
    public static Assets load() {
        Map<String, Loaded> byName = new LinkedHashMap<>();
        NAMES.forEach(name -> byName.put(name, Loaded.of(name)));
        return new Assets(byName);
    }

    /** The path that a page links to. */
    public String path(String name) {
        Loaded asset = byName.get(name);
        if (asset == null) {
            throw new IllegalArgumentException("no such asset: " + name);
        }
        int dot = name.lastIndexOf('.');
        return ROOT + name.substring(0, dot) + "." + asset.hash + name.substring(dot);
    }

    /**
     * The asset behind a request path. While two versions run side by side, a page from one may ask the other for a
     * hash that it does not have: then the asset comes as it is here, and is not to be cached.
     */
    public Optional<Asset> find(String requestPath) {
        Matcher request = REQUEST.matcher(requestPath);
        if (!request.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(byName.get(request.group(1) + "." + request.group(3)))
                .map(asset -> asset.servedFor(request.group(2)));
    }

    private record Loaded(ByteBuffer content, String contentType, String hash) {

        static Loaded of(String name) {
            byte[] bytes = read(name);
            return new Loaded(ByteBuffer.wrap(bytes), contentType(name), hash(bytes));
        }

        Asset servedFor(@Nullable String wanted) {
            return new Asset(content, contentType, '"' + hash + '"', hash.equals(wanted) ? FOR_EVER : ASK_AGAIN);
        }

        private static String contentType(String name) {
            String type = CONTENT_TYPES.get(name);
            if (type == null) {
                throw new IllegalStateException("no content type for " + name);
            }
            return type;
        }

        private static byte[] read(String name) {
            try (InputStream in = Assets.class.getResourceAsStream("/web/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the asset /web/" + name + " is not on the classpath");
                }
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** FNV-1a: it tells versions apart and protects nothing. */
        private static String hash(byte[] bytes) {
            long hash = 0xcbf29ce484222325L;
            for (byte b : bytes) {
                hash = (hash ^ (b & 0xff)) * 0x100000001b3L;
            }
            return HexFormat.of().toHexDigits(hash);
        }
    }
}
