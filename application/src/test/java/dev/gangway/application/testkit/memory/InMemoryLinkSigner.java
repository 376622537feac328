package dev.gangway.application.testkit.memory;

import dev.gangway.application.signin.port.LinkSigner;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A compact JWS of which only the one spelling that this signer makes is accepted. */
final class InMemoryLinkSigner implements LinkSigner {
    private static final int MAX = 2048;
    private static final Pattern CLAIMS =
            Pattern.compile("\\{\"jti\":\"([A-Za-z0-9_-]+)\",\"iat\":-?[0-9]+,\"exp\":-?[0-9]+}");

    private final String header;
    private final Mac256 mac;

    InMemoryLinkSigner(String name) {
        this.header = Mac256.encode("{\"alg\":\"HS256\",\"kid\":\"" + name + "\"}");
        this.mac = new Mac256(name + " links");
    }

    @Override
    public OutboundSecret sign(OutboundSecret linkId, Instant issuedAt, Instant expiresAt) {
        String claims = "{\"jti\":\"" + linkId.value() + "\",\"iat\":" + issuedAt.getEpochSecond() + ",\"exp\":"
                + expiresAt.getEpochSecond() + "}";
        return new OutboundSecret(signed(header + "." + Mac256.encode(claims)));
    }

    @Override
    public @Nullable Secret verify(Secret token) {
        String text = token.reveal();
        int end = text.lastIndexOf('.');
        if (text.length() > MAX || end < 0 || !text.startsWith(header + ".")) {
            return null;
        }
        String content = text.substring(0, end);
        if (!signed(content).equals(text)) {
            return null;
        }
        String claims = new String(Mac256.decode(content.substring(header.length() + 1)), StandardCharsets.UTF_8);
        Matcher matcher = CLAIMS.matcher(claims);
        return matcher.matches() ? Secret.of(matcher.group(1)) : null;
    }

    private String signed(String content) {
        return content + "." + Mac256.encode(mac.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
