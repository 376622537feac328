package dev.gangway.bootstrap.e2e;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Secrets that were given to the product, and the search for them where they must not be. */
final class Planted {
    private final Map<String, String> secrets = new LinkedHashMap<>();

    /** Remembers a secret and hands it on. */
    String plant(String name, String secret) {
        if (secret.length() < 10) {
            throw new IllegalArgumentException(name + " would be found by chance");
        }
        secrets.put(name, secret);
        return secret;
    }

    /** A secret made up from its name. */
    String plant(String name) {
        return plant(name, "planted-" + name + "-0123456789");
    }

    /** Which of them a text holds, as they are or in another spelling. */
    List<String> in(String text) {
        return secrets.entrySet().stream()
                .filter(secret -> spellings(secret.getValue()).anyMatch(text::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A secret of several lines is told by each; bytes are told by their usual spellings. */
    private static Stream<String> spellings(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                secret.lines().filter(line -> line.length() >= 10),
                Stream.of(
                        Base64.getEncoder().withoutPadding().encodeToString(bytes),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes),
                        HexFormat.of().formatHex(bytes)));
    }
}
