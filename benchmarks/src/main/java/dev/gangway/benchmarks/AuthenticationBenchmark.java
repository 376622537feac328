package dev.gangway.benchmarks;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.application.auth.ApiCall;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.KeySetDocuments.Fetched;
import dev.gangway.application.auth.port.SharedSecrets;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.auth.scheme.AuthenticationScheme;
import dev.gangway.application.auth.scheme.AuthenticationScheme.Verdict;
import dev.gangway.application.auth.scheme.ClientTokenScheme;
import dev.gangway.application.auth.scheme.SignedRequestScheme;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.CredentialMaterial;
import dev.gangway.domain.apikey.CredentialType;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.apikey.Scope;
import dev.gangway.domain.partner.CallRate;
import dev.gangway.domain.partner.LinkLifetime;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.partner.PartnerSlug;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.user.Realm;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** What it costs to tell who calls, in microseconds and without a database: from the headers to the partner. */
@State(org.openjdk.jmh.annotations.Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class AuthenticationBenchmark {
    private static final String PATH = "/api/v1/partner/whoami";

    private final Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
    private final long now = clock.instant().getEpochSecond();
    private final CryptoAdapters crypto =
            CryptoBenchmark.started(new CryptoBenchmark.Rings(), MasterKey.generate(), Clock.systemUTC());
    private final Partner partner = new Partner(
            new PartnerId(UUID.randomUUID()),
            new PartnerSlug("partner"),
            "Partner",
            Realm.SHARED,
            Set.of(new ExchangeName("SIXPENCE")),
            List.of(),
            null,
            LinkLifetime.DEFAULT,
            null,
            null,
            CallRate.UNLIMITED);
    private final CredentialId id = crypto.ids().credentialId();
    private final SharedSecrets.New made = crypto.sharedSecrets().issue(id, partner.id());
    private final AuthenticationScheme tokens = new ClientTokenScheme(
            new One(credential(CredentialType.CLIENT_SECRET), made.sealed(), partner),
            crypto.webTokens(),
            crypto.sharedSecrets(),
            crypto.publicKeys(),
            CryptoAdapters.keySets(address -> new Fetched.Failed("is not asked"), clock),
            clock);
    private final AuthenticationScheme requests = new SignedRequestScheme(
            new One(credential(CredentialType.SIGNING_KEY), made.sealed(), partner),
            crypto.sharedSecrets(),
            crypto.publicKeys(),
            crypto.contentHashes(),
            new NoMarks(),
            clock);
    private final ApiCall token = new ApiCall("GET", PATH, Map.of("authorization", List.of("Bearer " + token())), "");
    private final ApiCall request = new ApiCall("GET", PATH, signedHeaders(), "");

    /** The one credential that there is. */
    private record One(PartnerCredential credential, CredentialMaterial material, Partner partner)
            implements CredentialLookup {
        @Override
        public @Nullable Found byTokenHash(Digest tokenHash) {
            return null;
        }

        @Override
        public @Nullable Found byId(CredentialId id) {
            return new Found(credential, material, partner);
        }
    }

    /** A database that takes no time. */
    private static final class NoMarks implements SignatureMarks {
        @Override
        public boolean mark(CredentialId credential, long timestamp, byte[] signature, Instant keptUntil) {
            return true;
        }

        @Override
        public int forget(Instant at) {
            return 0;
        }
    }

    /** Runs the benchmarks. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(AuthenticationBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    /** A token with HS256: read, its secret opened, verified, its times checked. */
    @Benchmark
    public Verdict clientToken() {
        return accepted(tokens.authenticate(token));
    }

    /** A request without a body: hashed, its secret opened, verified. */
    @Benchmark
    public Verdict signedRequest() {
        return accepted(requests.authenticate(request));
    }

    private static Verdict accepted(Verdict verdict) {
        if (verdict instanceof Verdict.Refused refused) {
            throw new IllegalStateException(refused.reason());
        }
        return verdict;
    }

    private PartnerCredential credential(CredentialType type) {
        return new PartnerCredential(id, partner.id(), type, Scope.DEFAULT, null, clock.instant(), null, null);
    }

    private byte[] hmac(String text) {
        return crypto.requestSigner()
                .hmacSha256(Secret.of(made.secret().value()), text.getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String claims = "{\"clientId\":\"" + id.value() + "\",\"iat\":" + now + ",\"exp\":" + (now + 900) + "}";
        String unsigned = base64.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8))
                + "." + base64.encodeToString(claims.getBytes(StandardCharsets.UTF_8));
        return unsigned + "." + base64.encodeToString(hmac(unsigned));
    }

    private Map<String, List<String>> signedHeaders() {
        String canonical =
                now + "\nGET\n" + PATH + "\n" + crypto.contentHashes().start().hex();
        return Map.of(
                "x-api-key", List.of(id.value()),
                "x-timestamp", List.of(Long.toString(now)),
                "x-signature", List.of(HexFormat.of().formatHex(hmac(canonical))));
    }
}
