package dev.gangway.benchmarks;

import dev.gangway.adapters.crypto.CryptoAdapters;
import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.application.keys.WrappedKey;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.signin.port.FormTokens.FormToken;
import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.shared.OutboundSecret;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.CredentialFingerprints;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SealedCredentials;
import dev.gangway.domain.user.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What cryptography costs each call, per second and core: {@link #registration} is all that one registration with one
 * source needs. Run its {@code main} on the class path of this module.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class CryptoBenchmark {
    private static final ExchangeName EXCHANGE = new ExchangeName("SIXPENCE");
    private static final Duration LIFETIME = Duration.ofDays(30);

    private final CryptoAdapters crypto = started(new Rings(), MasterKey.generate(), Clock.systemUTC());
    private final ApiCredentials credentials =
            new ApiCredentials(Secret.of("user_sixpencex_api_key"), Secret.of("user_sixpencex_api_secret"), null);
    private final CredentialsId credentialsId = crypto.ids().credentialsId();
    private final UserId owner = crypto.ids().userId();
    private final SealedCredentials sealed = crypto.credentialVault().seal(credentialsId, owner, credentials);
    private final Instant now = Instant.now();
    private final OutboundSecret linkId = crypto.randomTokens().next();
    private final OutboundSecret signed = crypto.linkSigner().sign(linkId, now, now.plus(LIFETIME));
    private final Secret link = Secret.of(signed.value());
    private final Secret forged = Secret.of(forge(signed.value()));
    private final Secret bearer =
            Secret.of(crypto.randomTokens().nextBearerToken().value());
    private final FormToken form = crypto.formTokens().issue("continue");

    /** Runs the benchmarks whose names {@code arguments} match, all of them if there are none. */
    public static void main(String[] arguments) throws RunnerException {
        OptionsBuilder options = new OptionsBuilder();
        if (arguments.length == 0) {
            options.include(CryptoBenchmark.class.getSimpleName());
        }
        for (String pattern : arguments) {
            options.include(CryptoBenchmark.class.getSimpleName() + ".*" + pattern);
        }
        new Runner(options.build()).run();
    }

    /** Seals one set of credentials. */
    @Benchmark
    public SealedCredentials seal() {
        return crypto.credentialVault().seal(credentialsId, owner, credentials);
    }

    /** Opens one set of credentials. */
    @Benchmark
    public ApiCredentials open() {
        return crypto.credentialVault().open(sealed);
    }

    /** Signs one link. */
    @Benchmark
    public OutboundSecret signLink() {
        return crypto.linkSigner().sign(linkId, now, now.plus(LIFETIME));
    }

    /** Verifies one link. */
    @Benchmark
    public @Nullable Secret verifyLink() {
        return crypto.linkSigner().verify(link);
    }

    /** Refuses one link that nobody signed. */
    @Benchmark
    public @Nullable Secret refuseLink() {
        return crypto.linkSigner().verify(forged);
    }

    /** Hashes one bearer token. */
    @Benchmark
    public Digest hashToken() {
        return crypto.randomTokens().hash(bearer);
    }

    /** Draws 256 random bits. */
    @Benchmark
    public OutboundSecret randomToken() {
        return crypto.randomTokens().next();
    }

    /** Fingerprints one API key and its secret. */
    @Benchmark
    public CredentialFingerprints fingerprint() {
        return crypto.fingerprints().inUse().of(EXCHANGE, credentials);
    }

    /** Makes one id. */
    @Benchmark
    public UserId id() {
        return crypto.ids().userId();
    }

    /** Verifies one form token. */
    @Benchmark
    public boolean verifyForm() {
        return crypto.formTokens()
                .verify("continue", form.cookie().value(), form.field().value());
    }

    /** Everything that one registration of a new user with one source needs. */
    @Benchmark
    public List<Object> registration() {
        OutboundSecret id = crypto.randomTokens().next();
        UserId user = crypto.ids().userId();
        return List.of(
                crypto.randomTokens().hash(bearer),
                crypto.linkSigner().sign(id, now, now.plus(LIFETIME)),
                crypto.randomTokens().hash(id),
                crypto.ids().sourceId(),
                crypto.fingerprints().inUse().of(EXCHANGE, credentials),
                crypto.credentialVault().seal(crypto.ids().credentialsId(), user, credentials));
    }

    /** Changes the last character to one that leaves the spelling canonical: the signature itself is to be checked. */
    private static String forge(String token) {
        return token.substring(0, token.length() - 1) + (token.endsWith("A") ? "E" : "A");
    }

    static CryptoAdapters started(KeyRings rings, MasterKey master, Clock clock) {
        CryptoAdapters adapters = CryptoAdapters.with(master, null, rings, "development", clock);
        adapters.ensureKeys();
        return adapters;
    }

    /** Key rings that nobody else reads. */
    static final class Rings implements KeyRings {
        private final List<WrappedKey> keys = new CopyOnWriteArrayList<>();

        @Override
        public List<WrappedKey> all() {
            return List.copyOf(keys);
        }

        @Override
        public boolean addUnlessSince(Instant since, WrappedKey key) {
            return keys.add(key);
        }

        @Override
        public void add(List<WrappedKey> added) {
            keys.addAll(added);
        }

        @Override
        public void rewrap(List<WrappedKey> rewrapped) {
            throw new UnsupportedOperationException("Nothing is rewrapped here");
        }

        @Override
        public void retire(List<String> ids, Instant at) {
            throw new UnsupportedOperationException("Nothing is retired here");
        }
    }
}
