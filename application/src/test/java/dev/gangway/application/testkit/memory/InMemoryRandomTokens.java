package dev.gangway.application.testkit.memory;

import dev.gangway.application.shared.port.RandomTokens;
import dev.gangway.application.testkit.fixture.Hashes;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that count under a hash, so that a test is the same in every run. */
final class InMemoryRandomTokens implements RandomTokens {
    private final Mac256 mac;
    private final AtomicLong last = new AtomicLong();

    InMemoryRandomTokens(String name) {
        this.mac = new Mac256(name + " tokens");
    }

    @Override
    public OutboundSecret next() {
        return new OutboundSecret(Mac256.encode(mac.of(Long.toString(last.incrementAndGet()))));
    }

    @Override
    public OutboundSecret nextBearerToken() {
        return new OutboundSecret("gw_sandbox_" + next().value());
    }

    @Override
    public Digest hash(Secret token) {
        return Hashes.of(token.reveal());
    }

    @Override
    public Form formOf(Secret token) {
        String text = token.reveal();
        if (!text.startsWith("gw_sandbox_")) {
            return text.startsWith("gw_") ? Form.OTHER_ENVIRONMENT : Form.FOREIGN;
        }
        return text.matches("gw_sandbox_[A-Za-z0-9_-]{43}") ? Form.INTACT : Form.MISTYPED;
    }
}
