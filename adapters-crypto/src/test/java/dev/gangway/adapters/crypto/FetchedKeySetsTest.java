package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.auth.port.KeySets;
import dev.gangway.application.auth.port.KeySets.Answer;
import dev.gangway.application.testkit.contract.KeySetsContract;
import dev.gangway.application.testkit.fixture.MovableClock;
import dev.gangway.application.testkit.fixture.Race;
import dev.gangway.application.testkit.fixture.TokenForge;
import dev.gangway.domain.apikey.CredentialMaterial.KeySetAddress;
import dev.gangway.domain.apikey.JwsAlgorithm;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.shared.InvalidValue;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetchedKeySetsTest implements KeySetsContract {
    private final MovableClock clock = new MovableClock();
    private final Map<WebAddress, String> documents = new ConcurrentHashMap<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final KeySets keySets = CryptoAdapters.keySets(this::fetch, clock);

    /** What every address answers, whatever it publishes; null for just that. */
    private volatile @Nullable Fetched fault;

    /** Whether a fetch may go on. */
    private volatile CountDownLatch gate = new CountDownLatch(0);

    private Fetched fetch(WebAddress address) {
        asked.incrementAndGet();
        try {
            gate.await();
        } catch (InterruptedException never) {
            throw new AssertionError(never);
        }
        Fetched instead = fault;
        if (instead != null) {
            return instead;
        }
        String document = documents.get(address);
        return document == null
                ? new Fetched.Failed("does not answer")
                : new Fetched.Document(document.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public KeySets keySets() {
        return keySets;
    }

    @Override
    public void publish(KeySetAddress address, Map<String, PublicKey> keys) {
        String set = keys.entrySet().stream()
                .map(key -> TokenForge.jwk("\"kid\":\"" + key.getKey() + "\",\"use\":\"sig\"", key.getValue()))
                .collect(Collectors.joining(","));
        documents.put(address.url(), "{\"keys\":[" + set + "]}");
    }

    private void publish(String keys) {
        documents.put(ADDRESS.url(), "{\"keys\":[" + keys + "]}");
    }

    @Override
    public void takeDown(KeySetAddress address) {
        documents.remove(address.url());
    }

    private Answer verify(@Nullable String keyId) {
        byte[] signature = TokenForge.signature(ONE.getPrivate(), "SHA256withECDSAinP1363Format", MESSAGE);
        return keySets.verify(ADDRESS, keyId, JwsAlgorithm.ES256, MESSAGE, signature);
    }

    @Test
    void aSetIsKeptForTenMinutes() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        for (int second = 0; second < 600; second++) {
            assertThat(verify("one")).isEqualTo(Answer.VALID);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(asked).hasValue(1);
        verify("one");
        assertThat(asked).hasValue(2);
    }

    @Test
    void aKeyThatWasTakenBackIsGoodForTenMinutesAtMost() {
        publishTwo();
        assertThat(verify("one")).isEqualTo(Answer.VALID);
        publish(ADDRESS, Map.of("two", TWO.getPublic()));
        clock.advance(FetchedKeySets.KEPT);
        assertThat(verify("one")).isEqualTo(Answer.INVALID);
    }

    private void publishTwo() {
        publish(ADDRESS, Map.of("one", ONE.getPublic(), "two", TWO.getPublic()));
    }

    @Test
    void unknownKeysAreAskedForOnceAMinuteAtMost() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        for (int i = 0; i < 100; i++) {
            assertThat(verify("unknown-" + i)).isEqualTo(Answer.INVALID);
        }
        assertThat(asked).hasValue(2);
        clock.advance(FetchedKeySets.PAUSE.minusSeconds(1));
        verify("unknown");
        assertThat(asked).hasValue(2);
        clock.advance(Duration.ofSeconds(1));
        verify("unknown");
        verify("unknown");
        assertThat(asked).hasValue(3);
    }

    @Test
    void anAddressThatIsDownIsAskedOnceAMinuteAtMost() {
        for (int i = 0; i < 100; i++) {
            assertThat(verify("one")).isEqualTo(Answer.UNAVAILABLE);
        }
        assertThat(asked).hasValue(1);
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        clock.advance(FetchedKeySets.PAUSE);
        assertThat(verify("one")).isEqualTo(Answer.VALID);
        takeDown(ADDRESS);
        clock.advance(Duration.ofDays(3));
        for (int i = 0; i < 100; i++) {
            assertThat(verify("one")).isEqualTo(Answer.VALID);
        }
        assertThat(asked).hasValue(3);
    }

    @Test
    void whoComesAtOnceSharesOneFetch() throws Exception {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        assertThat(Race.among(16, i -> verify("one"))).containsOnly(Answer.VALID);
        assertThat(asked).hasValue(1);
    }

    @Test
    void whoeverComesAtOnceWithUnknownKeysSharesOneFetch() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        assertThat(Race.among(16, i -> verify("unknown-" + i))).containsOnly(Answer.INVALID);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whoeverComesAtOnceWithANewKeyIsLetIn() throws Exception {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        publishTwo();
        gate = new CountDownLatch(1);
        CompletableFuture<List<Answer>> all = CompletableFuture.supplyAsync(() -> Race.among(16, i -> verifyByTwo()));
        while (asked.get() < 2) {
            Thread.onSpinWait();
        }
        // they cannot know of it yet, and are not turned away
        assertThat(verify("one")).isEqualTo(Answer.VALID);
        gate.countDown();
        assertThat(all.get()).containsOnly(Answer.VALID);
        assertThat(asked).hasValue(2);
    }

    private Answer verifyByTwo() {
        byte[] signature = TokenForge.signature(TWO.getPrivate(), "SHA256withECDSAinP1363Format", MESSAGE);
        return keySets.verify(ADDRESS, "two", JwsAlgorithm.ES256, MESSAGE, signature);
    }

    @Test
    void whileOneFetchesTheOthersGoOnWithTheirCopy() throws Exception {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        clock.advance(FetchedKeySets.KEPT);
        gate = new CountDownLatch(1);
        CompletableFuture<Answer> fetching = CompletableFuture.supplyAsync(() -> verify("one"));
        while (asked.get() < 2) {
            Thread.onSpinWait();
        }
        assertThat(Race.among(16, i -> verify("one"))).containsOnly(Answer.VALID);
        assertThat(fetching).isNotDone();
        gate.countDown();
        assertThat(fetching.get()).isEqualTo(Answer.VALID);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whateverGoesWrongTheLastGoodCopyStays() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        for (Fetched wrong : List.of(
                new Fetched.Forbidden("leads elsewhere"),
                new Fetched.Failed("answers with status 500"),
                new Fetched.Document("<html>".getBytes(StandardCharsets.UTF_8)),
                new Fetched.Document(new byte[] {(byte) 0xff, (byte) 0xfe, 0, 0}),
                new Fetched.Document("{\"keys\":[],\"keys\":[]}".getBytes(StandardCharsets.UTF_8)))) {
            fault = wrong;
            clock.advance(FetchedKeySets.KEPT);
            int before = asked.get();
            assertThat(verify("one")).isEqualTo(Answer.VALID);
            assertThat(asked).hasValue(before + 1);
            assertThatThrownBy(() -> keySets.check("jwks_url", ADDRESS)).isInstanceOf(InvalidValue.class);
        }
    }

    @Test
    void aSetThatWentBadDoesNotReplaceTheLastGoodOne() {
        publish(ADDRESS, Map.of("one", ONE.getPublic()));
        verify("one");
        for (String bad : new String[] {"", "{}", "{\"keys\":[]}", "{\"keys\":{}}", "[]", "{\"keys\":[1]}"}) {
            documents.put(ADDRESS.url(), bad);
            clock.advance(FetchedKeySets.KEPT);
            assertThat(verify("one")).isEqualTo(Answer.VALID);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"use\":\"enc\"",
                "\"use\":7",
                "\"key_ops\":[\"encrypt\"]",
                "\"key_ops\":\"verify\"",
                "\"alg\":\"ES384\"",
                "\"alg\":\"ES521\"",
                "\"alg\":null",
                "\"kid\":1",
                "\"d\":\"AA\""
            })
    void aKeyThatIsMeantForSomethingElseVerifiesNothing(String members) {
        publish(TokenForge.jwk(members, ONE.getPublic()));
        assertThat(verify(null)).isNotEqualTo(Answer.VALID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\"use\":\"sig\"",
                "\"key_ops\":[\"verify\"]",
                "\"alg\":\"ES256\"",
                "\"x5t\":\"AAAA\",\"unknown\":{\"a\":[1]}"
            })
    void aKeyThatIsMeantForSignaturesVerifiesThem(String members) {
        publish(TokenForge.jwk(members, ONE.getPublic()));
        assertThat(verify(null)).isEqualTo(Answer.VALID);
    }

    @Test
    void aSetThatIsAmbiguousIsBelievedInNothing() {
        String one = TokenForge.jwk("\"kid\":\"one\"", ONE.getPublic());
        publish(one + "," + TokenForge.jwk("\"kid\":\"one\"", TWO.getPublic()));
        assertThat(verify("one")).isEqualTo(Answer.UNAVAILABLE);
        assertThatThrownBy(() -> keySets.check("jwks_url", ADDRESS)).isInstanceOf(InvalidValue.class);
        publish(one + ",{\"kty\":\"oct\",\"k\":\"AAAA\"}");
        clock.advance(FetchedKeySets.PAUSE);
        assertThat(verify("one")).isEqualTo(Answer.UNAVAILABLE);
        publish(one + ",{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"AAAA\"}");
        clock.advance(FetchedKeySets.PAUSE);
        assertThat(verify("one")).isEqualTo(Answer.VALID);
    }

    @Test
    void aPointOffItsCurveAndAWeakKeyArePassedOver() {
        ECPublicKey ec = (ECPublicKey) ONE.getPublic();
        publish("{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\""
                + TokenForge.number(ec.getW().getAffineX(), 32) + "\",\"y\":\""
                + TokenForge.number(ec.getW().getAffineY().flipBit(0), 32) + "\"}");
        assertThat(verify(null)).isEqualTo(Answer.UNAVAILABLE);
        publish("{\"kty\":\"EC\",\"crv\":\"P-384\",\"x\":\""
                + TokenForge.number(ec.getW().getAffineX(), 32) + "\",\"y\":\""
                + TokenForge.number(ec.getW().getAffineY(), 32) + "\"}");
        clock.advance(FetchedKeySets.PAUSE);
        assertThat(verify(null)).isEqualTo(Answer.UNAVAILABLE);
        publish("{\"kty\":\"RSA\",\"n\":\""
                + TokenForge.number(((RSAPublicKey) TokenForge.rsa(1024).getPublic()).getModulus(), 128)
                + "\",\"e\":\"AQAB\"}");
        assertThatThrownBy(() -> keySets.check("jwks_url", ADDRESS)).isInstanceOf(InvalidValue.class);
    }
}
