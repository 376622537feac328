package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.application.testkit.fixture.Proof;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.KeyPair;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A credential as its partner holds it.
 *
 * @param id what the operator calls it
 * @param proof what proves calls with it
 */
record Held(CredentialType type, String id, Proof proof) {
    /** Has SIXPENCE issued one. */
    static Held issued(Office office, CredentialType type, String... options) {
        KeyPair pair = TokenForge.ec("secp256r1");
        List<String> key = switch (type) {
            case BEARER, CLIENT_SECRET, SIGNING_KEY -> List.of();
            case PUBLIC_KEY -> List.of("--public-key", file(TokenForge.pem(pair.getPublic())));
            case JWKS -> throw new IllegalArgumentException("nothing is published");
        };
        return of(
                office.issue(
                        type.apiName(),
                        Stream.concat(key.stream(), Stream.of(options)).toArray(String[]::new)),
                pair);
    }

    /** Has it issued one whose key is published. */
    static Held published(Office office, KeySetSite site, String... options) {
        KeyPair pair = TokenForge.ec("secp256r1");
        Stream<String> address = Stream.of("--jwks-url", site.publish(pair.getPublic()));
        return of(
                office.issue(
                        CredentialType.JWKS.apiName(),
                        Stream.concat(address, Stream.of(options)).toArray(String[]::new)),
                pair);
    }

    /** One that has just been issued, with a secret. */
    static Held of(JsonNode issued) {
        return of(issued, null);
    }

    private static Held of(JsonNode issued, @Nullable KeyPair pair) {
        CredentialType type =
                Objects.requireNonNull(CredentialType.named(issued.path("type").asText()));
        String id = issued.path("credential_id").asText();
        String secret = issued.path("secret").asText();
        return new Held(
                type,
                id,
                switch (type) {
                    case BEARER -> Proof.bearer(issued.path("token").asText());
                    case CLIENT_SECRET -> Proof.clientSecret(id, secret);
                    case SIGNING_KEY -> Proof.signature(id, secret);
                    case PUBLIC_KEY, JWKS ->
                        Proof.privateKey(id, Objects.requireNonNull(pair).getPrivate());
                });
    }

    private static String file(String pem) {
        try {
            return Files.writeString(Scratch.folder().resolve("key.pem"), pem).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what proves it. */
    @Override
    public String toString() {
        return type + " " + id;
    }
}
