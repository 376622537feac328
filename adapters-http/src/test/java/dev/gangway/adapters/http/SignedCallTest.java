package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import dev.gangway.adapters.http.support.Socket;
import dev.gangway.adapters.http.support.World;
import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.scheme.ClientTokenScheme;
import dev.gangway.application.auth.scheme.SignedRequestScheme;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.shared.RequestOrigin;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls that partners sign, over the wire: the raw bytes, the path as it was sent, and whom the refusal is told to. */
final class SignedCallTest {
    private static final String REGISTER = "/api/v1/partner/register";
    private static final String WHOAMI = "/api/v1/partner/whoami";
    private static final CredentialId KEY = new CredentialId("cred_01J0000000000000000000000A");
    private static final CredentialId CLIENT = new CredentialId("cred_01J0000000000000000000000B");

    private final World world = new World();
    private final String key = issue(KEY, CredentialType.SIGNING_KEY);
    private final String client = issue(CLIENT, CredentialType.CLIENT_SECRET);
    private Site site;

    @BeforeEach
    void open() {
        world.with(new SignedRequestScheme(
                world.ports().credentialLookup(),
                world.crypto().sharedSecrets(),
                world.crypto().publicKeys(),
                world.crypto().contentHashes(),
                world.ports().signatureMarks(),
                world.clock()));
        world.with(new ClientTokenScheme(
                world.ports().credentialLookup(),
                world.crypto().webTokens(),
                world.crypto().sharedSecrets(),
                world.crypto().publicKeys(),
                world.crypto().keySets(),
                world.clock()));
        site = Site.open(world);
    }

    @AfterEach
    void close() {
        site.close();
    }

    private String issue(CredentialId id, CredentialType type) {
        return issue(id, type, Scope.DEFAULT);
    }

    private String issue(CredentialId id, CredentialType type, Set<Scope> scopes) {
        SharedSecrets.New made =
                world.crypto().sharedSecrets().issue(id, world.sixpence().id());
        PartnerCredential credential = new PartnerCredential(
                id, world.sixpence().id(), type, scopes, null, world.clock().instant(), null, null);
        world.ports()
                .partnerCredentials()
                .add(
                        credential,
                        made.sealed(),
                        new AuditEntry(
                                AuditAction.CREDENTIAL_ISSUED,
                                world.sixpence().id(),
                                null,
                                id.value(),
                                new RequestOrigin("test", "local"),
                                world.clock().instant()));
        return made.secret().value();
    }

    private long now() {
        return world.clock().instant().getEpochSecond();
    }

    private String signature(String method, String path, String body) {
        return signature(key, method, path, body);
    }

    private String signature(String secret, String method, String path, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        ContentHash hash = world.crypto().contentHashes().start();
        hash.add(bytes, bytes.length);
        return HexFormat.of()
                .formatHex(TokenForge.hmac(secret, now() + "\n" + method + "\n" + path + "\n" + hash.hex()));
    }

    private Reply send(String method, String path, String body, String signature) {
        return site.send(
                method,
                path,
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body),
                "Content-Type",
                "application/json",
                "X-API-Key",
                KEY.value(),
                "X-Timestamp",
                Long.toString(now()),
                "X-Signature",
                signature);
    }

    private Reply signed(String method, String path, String body) {
        return send(method, path, body, signature(method, path, body));
    }

    private static void assertUnauthorized(Reply reply) {
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.code()).isEqualTo("UNAUTHORIZED");
        assertThat(reply.json().get("detail").asText())
                .as("the scheme that was tried, not another")
                .startsWith("The signed request is not accepted")
                .doesNotContain("Bearer");
        assertThat(reply.header("WWW-Authenticate")).startsWith("SignedRequest realm=");
    }

    @Test
    void theRouteReadsTheBodyThatWasHashed() {
        Reply reply = signed("POST", REGISTER, Bodies.of("signed@example.com"));
        assertThat(reply.status()).as(reply.text()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?a=%2F&b=%C3%A9", "?a=1&a=2+3"})
    void aPathIsSignedAsItIsSent(String query) {
        assertThat(signed("GET", WHOAMI + query, "").status()).isIn(200, 400);
        assertUnauthorized(send("GET", WHOAMI + query, "", signature("GET", WHOAMI, "")));
    }

    @Test
    void aMissingScopeIsToldInTheSchemeOfTheCall() {
        CredentialId narrow = new CredentialId("cred_0000000000000000000000000N");
        String secret = issue(narrow, CredentialType.SIGNING_KEY, Set.of(Scope.USERS_WRITE));
        String path = "/portfolio?user_id=usr_7ZZZZZZZZZZZZZZZZZZZZZZZZZ";
        Reply signed = site.get(
                path,
                "X-API-Key",
                narrow.value(),
                "X-Timestamp",
                Long.toString(now()),
                "X-Signature",
                signature(secret, "GET", path, ""));
        Reply bearer =
                site.get(path, "Authorization", "Bearer " + world.tokenOf(world.sixpence(), Set.of(Scope.USERS_WRITE)));
        String missing = " realm=\"gangway\", error=\"insufficient_scope\", scope=\"portfolio:read\"";
        assertThat(List.of(signed, bearer)).allSatisfy(reply -> {
            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("INSUFFICIENT_SCOPE");
        });
        assertThat(signed.header("WWW-Authenticate")).isEqualTo("SignedRequest" + missing);
        assertThat(bearer.header("WWW-Authenticate")).isEqualTo("Bearer" + missing);
    }

    @Test
    void whoamiTellsTheSchemeAndTheTypeOfTheCredential() {
        JsonNode signed = signed("GET", WHOAMI, "").json();
        JsonNode token = site.get(WHOAMI, "Authorization", "Bearer " + token(0)).json();
        assertThat(signed.get("credential_id").asText()).isEqualTo(KEY.value());
        assertThat(signed.get("credential_type").asText()).isEqualTo("signing-key");
        assertThat(signed.get("scheme").asText()).isEqualTo("SignedRequest");
        assertThat(token.get("credential_id").asText()).isEqualTo(CLIENT.value());
        assertThat(token.get("credential_type").asText()).isEqualTo("client-secret");
        assertThat(token.get("scheme").asText()).isEqualTo("ClientToken");
    }

    @Test
    void aReplayIsRefused() {
        String signature = signature("GET", WHOAMI, "");
        assertThat(send("GET", WHOAMI, "", signature).status()).isEqualTo(200);
        assertUnauthorized(send("GET", WHOAMI, "", signature));
    }

    private Reply debugged(String... canonicals) {
        List<String> headers = new ArrayList<>(
                List.of("X-API-Key", KEY.value(), "X-Timestamp", Long.toString(now()), "X-Signature", "0".repeat(64)));
        for (String canonical : canonicals) {
            headers.add("X-Debug-Canonical");
            headers.add(canonical);
        }
        return site.get(WHOAMI, headers.toArray(String[]::new));
    }

    private static String base64(byte... bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Test
    void aTextToCompareWithThatIsNoneDoesNoHarm() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        String escapes = "\u001b[31m\u009b\u0000\r\n".repeat(20);
        String[] wrong = {
            "",
            "=",
            "====",
            "AAA",
            "no base64 at all",
            "%%%",
            "A".repeat(14_000),
            base64(all),
            base64(new byte[9_000]),
            base64(escapes.getBytes(StandardCharsets.UTF_8)),
            Base64.getUrlEncoder().encodeToString(all)
        };
        for (String one : wrong) {
            Reply reply = debugged(one);
            assertUnauthorized(reply);
            String result = reply.json().at("/explanation/comparison/result").asText();
            assertThat(result).as(one).isIn("different", "unreadable");
            // a JSON document holds controls escaped or not at all, and is short whatever was sent
            assertThat(reply.text().chars()).as(one).noneMatch(c -> c < ' ' || (c >= 0x7f && c < 0xa0));
            assertThat(reply.text().length()).isLessThan(4_000);
        }
        Reply twice = debugged("AAAA", "AAAA");
        assertUnauthorized(twice);
        assertThat(twice.json().at("/explanation/comparison").isMissingNode()).isTrue();
        assertThat(debugged("A".repeat(20_000)).status()).isEqualTo(431);
    }

    @Test
    void bytesThatNoClientSendsDoNoHarmEither() {
        for (String raw : List.of("\u0080\u00ff\u009b", "\u001b[2J", "AAAA\u0000AAAA", "\t\tAAAA\t", "\u00e9=")) {
            String answer = Socket.exchange(
                    site,
                    "GET " + WHOAMI + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-API-Key: " + KEY.value()
                            + "\r\nX-Timestamp: " + now() + "\r\nX-Signature: " + "0".repeat(64)
                            + "\r\nX-Debug-Canonical: " + raw + "\r\n\r\n");
            assertThat(answer).as(raw).startsWith("HTTP/1.1 4").doesNotContain("\u001b", "\u009b");
        }
    }

    @Test
    void aForgedCallIsToldSoBeforeItsSize() {
        String huge = "x".repeat(300 * 1024);
        assertUnauthorized(send("POST", REGISTER, huge, signature("POST", REGISTER, "")));
        Reply reply = signed("POST", REGISTER, huge);
        assertThat(reply.status()).isEqualTo(413);
        String immense = "x".repeat(3 * 1024 * 1024);
        assertThat(send("POST", REGISTER, immense, signature("POST", REGISTER, ""))
                        .status())
                .isEqualTo(413);
    }

    @Test
    void aClientTokenLetsInAndSaysWhenItHasExpired() {
        assertThat(site.get(WHOAMI, "Authorization", "Bearer " + token(0)).status())
                .isEqualTo(200);
        Reply expired = site.get(WHOAMI, "Authorization", "Bearer " + token(-2000));
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.code()).isEqualTo("TOKEN_EXPIRED");
        assertThat(expired.header("WWW-Authenticate")).startsWith("Bearer ").contains("invalid_token");
        Reply forged = site.get(WHOAMI, "Authorization", "Bearer " + token(-2000) + "A");
        assertThat(forged.code()).isEqualTo("INVALID_TOKEN");
    }

    private String token(long since) {
        long iat = now() + since;
        return TokenForge.hs256(
                "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
                "{\"clientId\":\"" + CLIENT.value() + "\",\"iat\":" + iat + ",\"exp\":" + (iat + 900) + "}",
                client);
    }
}
