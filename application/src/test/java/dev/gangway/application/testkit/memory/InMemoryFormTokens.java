package dev.gangway.application.testkit.memory;

import dev.gangway.application.signin.port.FormTokens;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The cookie is a number that nobody guesses, the field its hash for one form. */
final class InMemoryFormTokens implements FormTokens {
    private final Mac256 mac;
    private final AtomicLong last = new AtomicLong();

    InMemoryFormTokens(String name) {
        this.mac = new Mac256(name + " forms");
    }

    @Override
    public FormToken issue(String form, @Nullable String known) {
        String cookie = known != null && known.length() == 43
                ? known
                : Mac256.encode(mac.of("cookie", Long.toString(last.incrementAndGet())));
        return new FormToken(new OutboundSecret(cookie), new OutboundSecret(field(form, cookie)));
    }

    @Override
    public boolean verify(String form, @Nullable String cookie, @Nullable String field) {
        return cookie != null && field != null && field(form, cookie).equals(field);
    }

    @Override
    public OutboundSecret ofSession(Digest sessionIdHash) {
        return new OutboundSecret(Mac256.encode(mac.of("session", sessionIdHash.hex())));
    }

    @Override
    public boolean verifySession(Digest sessionIdHash, @Nullable String field) {
        return ofSession(sessionIdHash).value().equals(field);
    }

    private String field(String form, String cookie) {
        return Mac256.encode(mac.of("field", form, cookie));
    }
}
