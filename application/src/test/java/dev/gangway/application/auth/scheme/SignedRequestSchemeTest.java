package dev.gangway.application.auth.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.Content;
import dev.gangway.application.auth.Explanation;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.testkit.fixture.PartnerBuilder;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.application.testkit.memory.InMemoryGangway;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which signed requests are let in, each once. */
class SignedRequestSchemeTest {
    private static final String PATH = "/api/v1/partner/register?dry=1&x=%2F";
    private static final String BODY = "{\"email\":\"a@b.example\"}";

    private final InMemoryGangway gangway = new InMemoryGangway();
    private final AuthenticationScheme scheme = gangway.signedRequestScheme();
    private final Partner partner = gangway.enrol(PartnerBuilder.of("partner").build());
    private final CredentialId id = new CredentialId("cred_01J0000000000000000000000A");
    private final SharedSecrets.New made = gangway.crypto().sharedSecrets().issue(id, partner.id());
    private final String secret = made.secret().value();

    SignedRequestSchemeTest() {
        gangway.ports()
                .partnerCredentials()
                .add(
                        new PartnerCredential(
                                id,
                                partner.id(),
                                CredentialType.SIGNING_KEY,
                                Scope.DEFAULT,
                                null,
                                gangway.clock().instant(),
                                null,
                                null),
                        made.sealed(),
                        new AuditEntry(
                                AuditAction.CREDENTIAL_ISSUED,
                                partner.id(),
                                null,
                                id.value(),
                                InMemoryGangway.ORIGIN,
                                gangway.clock().instant()));
    }

    private long now() {
        return gangway.clock().instant().getEpochSecond();
    }

    private static Content body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return hash -> {
            hash.add(bytes, bytes.length);
            return Content.Arrival.WHOLE;
        };
    }

    private String hash(String text) {
        var hash = gangway.crypto().contentHashes().start();
        body(text).addTo(hash);
        return hash.hex();
    }

    private String sign(String canonical) {
        return HexFormat.of().formatHex(TokenForge.hmac(secret, canonical));
    }

    private Map<String, List<String>> headers(String timestamp, @Nullable String nonce) {
        String canonical = timestamp + "\nPOST\n" + PATH + "\n" + hash(BODY) + (nonce == null ? "" : "\n" + nonce);
        Map<String, List<String>> headers = new HashMap<>();
        headers.put("x-api-key", List.of(id.value()));
        headers.put("x-timestamp", List.of(timestamp));
        headers.put("x-signature", List.of(sign(canonical)));
        if (nonce != null) {
            headers.put("x-nonce", List.of(nonce));
        }
        return headers;
    }

    private Map<String, List<String>> headers() {
        return headers(Long.toString(now()), null);
    }

    private Verdict call(Map<String, List<String>> headers) {
        return call("POST", PATH, headers, BODY);
    }

    private Verdict call(String method, String path, Map<String, List<String>> headers, String body) {
        ApiCall call = new ApiCall(method, path, headers, "192.0.2.7", body(body));
        assertThat(scheme.recognises(call)).isTrue();
        return scheme.authenticate(call);
    }

    @ParameterizedTest
    @CsvSource({
        "x-api-key, a b, X-API-Key missing",
        "x-timestamp, 1708600000000, X-Timestamp missing",
        "x-timestamp, 1708600000.5, X-Timestamp missing",
        "x-signature, ABCDEF, X-Signature missing",
        "x-nonce, a b, X-Nonce repeated",
    })
    void theHeaderThatIsMalformedIsNamed(String header, String value, String reason) {
        for (List<String> values : List.of(List.of(value), List.of("1", "1"))) {
            Map<String, List<String>> headers = headers();
            headers.put(header, values);
            Verdict.Refused refused = (Verdict.Refused) call(headers);
            assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            assertThat(refused.reason()).startsWith(reason);
        }
    }

    private static void assertAccepted(Verdict verdict) {
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    private static void assertRefused(Verdict verdict) {
        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.UNAUTHORIZED));
    }

    private static String only(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).get(0);
    }

    private Map<String, List<String>> with(String name, @Nullable String value) {
        Map<String, List<String>> headers = headers();
        if (value == null) {
            headers.remove(name);
        } else {
            headers.put(name, List.of(value));
        }
        return headers;
    }

    @Test
    void aSignedRequestIsLetIn() {
        assertAccepted(call(headers()));
    }

    @Test
    void whateverIsSignedCannotBeAnother() {
        assertRefused(call("PUT", PATH, headers(), BODY));
        assertRefused(call("post", PATH, headers(), BODY));
        assertRefused(call("POST", "/api/v1/partner/register?x=%2F&dry=1", headers(), BODY));
        assertRefused(call("POST", "/api/v1/partner/register?dry=1&x=/", headers(), BODY));
        assertRefused(call("POST", "/api/v1/partner/register", headers(), BODY));
        assertRefused(call("POST", PATH, headers(), BODY + "\n"));
        assertRefused(call("POST", PATH, headers(), ""));
        assertRefused(call(with("x-timestamp", Long.toString(now() + 1))));
        assertAccepted(call(headers()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-api-key", "x-timestamp", "x-signature"})
    void allThreeHeadersAreNeeded(String name) {
        assertRefused(call(with(name, null)));
        assertRefused(call(with(name, "")));
        Map<String, List<String>> twice = headers();
        twice.put(name, List.of(only(twice, name), only(twice, name)));
        assertRefused(call(twice));
    }

    @ParameterizedTest
    @CsvSource({"-30, true", "30, true", "-31, false", "31, false", "-3600, false", "3600, false"})
    void aTimestampIsWithinThirtySeconds(long off, boolean accepted) {
        Verdict verdict = call(headers(Long.toString(now() + off), null));
        if (accepted) {
            assertAccepted(verdict);
        } else {
            assertRefused(verdict);
        }
    }

    @Test
    void aTimestampIsPlainDigits() {
        String plain = Long.toString(now());
        for (String other : List.of(
                "+" + plain,
                "0" + plain,
                plain + ".0",
                plain + "000",
                "-1",
                " " + plain,
                "1e9",
                "0x10",
                "\u0661",
                "NaN")) {
            assertRefused(call(headers(other, null)));
        }
    }

    @Test
    void aSignatureIsSixtyFourLowerCaseHexadecimalDigits() {
        String right = only(headers(), "x-signature");
        for (String other : List.of(
                Ascii.upper(right), right + "0", right.substring(1), "0x" + right, right.substring(0, 63) + "g", "=")) {
            assertRefused(call(with("x-signature", other)));
        }
        for (int i = 0; i < right.length(); i++) {
            char digit = right.charAt(i) == '0' ? '1' : '0';
            assertRefused(call(with("x-signature", right.substring(0, i) + digit + right.substring(i + 1))));
        }
        assertAccepted(call(headers()));
    }

    @Test
    void aKeyIdComparesByteForByte() {
        for (String other : List.of(Ascii.lower(id.value()), Ascii.upper(id.value()), "cred_x", "x")) {
            assertRefused(call(with("x-api-key", other)));
        }
    }

    @Test
    void aSignatureIsGoodOnce() {
        Map<String, List<String>> headers = headers();
        assertAccepted(call(headers));
        assertRefused(call(headers));
        gangway.clock().advance(Duration.ofSeconds(1));
        assertAccepted(call(headers()));
    }

    @Test
    void ofManyReplaysAtOnceOneIsLetIn() throws Exception {
        Map<String, List<String>> headers = headers();
        List<Boolean> accepted = Race.among(16, i -> call(headers) instanceof Verdict.Accepted);
        assertThat(accepted).containsOnlyOnce(true);
    }

    @Test
    void whatIsRefusedLeavesNoMark() {
        Map<String, List<String>> headers = headers();
        assertRefused(call("POST", PATH, headers, "another body"));
        assertAccepted(call(headers));
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeAReplayGood() {
        Map<String, List<String>> headers = headers();
        assertAccepted(call(headers));
        gangway.clock().advance(Duration.ofMinutes(20));
        gangway.ports().signatureMarks().forget(gangway.clock().instant());
        gangway.clock().advance(Duration.ofMinutes(-20));
        assertRefused(call(headers));
    }

    @Test
    void aNonceLetsTwoEqualCallsOfOneSecondThrough() {
        String now = Long.toString(now());
        assertAccepted(call(headers(now, null)));
        assertAccepted(call(headers(now, "1")));
        assertAccepted(call(headers(now, "2")));
        assertRefused(call(headers(now, "2")));
        assertAccepted(call(headers(now, "n".repeat(64))));
    }

    @Test
    void aNonceIsSignedAndOfVisibleCharacters() {
        String now = Long.toString(now());
        for (String nonce : List.of("", " ", "a b", "n".repeat(65), "\u00e9", "a\tb")) {
            assertRefused(call(headers(now, nonce)));
        }
        Map<String, List<String>> added = headers();
        added.put("x-nonce", List.of("1"));
        assertRefused(call(added));
        Map<String, List<String>> twice = headers(now, "1");
        twice.put("x-nonce", List.of("1", "1"));
        assertRefused(call(twice));
        Map<String, List<String>> taken = headers(now, "1");
        taken.remove("x-nonce");
        assertRefused(call(taken));
    }

    @Test
    void aRefusalTellsWhatTheServerComputedAndNothingSecret() {
        Map<String, List<String>> headers = headers(Long.toString(now() - 45), null);
        assertThat(call(headers)).isInstanceOfSatisfying(Verdict.Refused.class, refused -> {
            Explanation explanation = Objects.requireNonNull(refused.explanation());
            assertThat(explanation.canonical()).isEqualTo((now() - 45) + "\nPOST\n" + PATH + "\n" + hash(BODY));
            assertThat(explanation.bodySha256()).isEqualTo(hash(BODY));
            assertThat(explanation.clockDifferenceSeconds()).isEqualTo(-45);
            assertThat(List.of(
                            explanation.toString(),
                            refused.reason(),
                            String.valueOf(explanation.canonical()),
                            explanation.expected().toString()))
                    .allSatisfy(text ->
                            assertThat(text).doesNotContain(secret).doesNotContain(only(headers, "x-signature")));
            assertThat(refused.credential()).isEqualTo(id.value());
            assertThat(refused.partner()).isEqualTo(partner.id());
        });
    }

    @Test
    void aKeyThatIsRevokedWhileTheBodyArrivesLetsNothingIn() {
        Content slow = hash -> {
            gangway.revokeCredential().execute(new RevokeCredential.Command(id, InMemoryGangway.ORIGIN));
            return body(BODY).addTo(hash);
        };
        assertRefused(scheme.authenticate(new ApiCall("POST", PATH, headers(), "192.0.2.7", slow)));
    }

    @Test
    void aBodyThatDidNotArriveIsNoForgery() {
        for (Content.Arrival arrival : List.of(Content.Arrival.BROKEN, Content.Arrival.TOO_LARGE)) {
            ApiCall call = new ApiCall("POST", PATH, headers(), "192.0.2.7", hash -> arrival);
            assertThat(scheme.authenticate(call))
                    .isInstanceOfSatisfying(
                            Verdict.Refused.class,
                            refused -> assertThat(refused.code())
                                    .isEqualTo(
                                            arrival == Content.Arrival.BROKEN
                                                    ? ErrorCode.MALFORMED_REQUEST
                                                    : ErrorCode.PAYLOAD_TOO_LARGE));
        }
    }
}
