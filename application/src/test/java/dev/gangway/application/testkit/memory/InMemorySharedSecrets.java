package dev.gangway.application.testkit.memory;

import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial.SealedSecret;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.OutboundSecret;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/** Secrets that count, signed for their credential instead of sealed: only a test may read them. */
final class InMemorySharedSecrets implements SharedSecrets {
    private final String name;
    private final Mac256 seals;
    private final AtomicLong count = new AtomicLong();

    InMemorySharedSecrets(String name) {
        this.name = name;
        this.seals = new Mac256(name + " shared secrets");
    }

    @Override
    public New issue(CredentialId id, PartnerId partner) {
        String number = Long.toString(count.incrementAndGet());
        String secret = Mac256.encode(new Mac256(name).of("shared secret", number));
        return new New(new OutboundSecret(secret), new SealedSecret(sealed(id, partner, secret)));
    }

    @Override
    public boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, byte[] message, byte[] mac) {
        String text = sealed.sealed();
        int dot = text.indexOf('.');
        try {
            String secret = new String(Mac256.decode(text.substring(0, Math.max(0, dot))), StandardCharsets.UTF_8);
            if (dot >= 0 && sealed(id, partner, secret).equals(text)) {
                return Arrays.equals(new Mac256(secret).of(message), mac);
            }
        } catch (IllegalArgumentException altered) {
            // nor is it one of ours
        }
        throw new SecretUnreadable(id);
    }

    @Override
    public boolean verify(CredentialId id, PartnerId partner, SealedSecret sealed, String text, byte[] mac) {
        return verify(id, partner, sealed, text.getBytes(StandardCharsets.UTF_8), mac);
    }

    private String sealed(CredentialId id, PartnerId partner, String secret) {
        return Mac256.encode(secret) + "." + Mac256.encode(seals.of(id.value(), partner.toString(), secret));
    }
}
