package dev.gangway.application.auth;

import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.shared.Digest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what a lookup found for just under a second, so that a busy partner's calls cost no statement each, while a
 * revocation still holds within one second on every node. What was not found is not kept: guesses must not fill it.
 */
public final class CachedCredentialLookup implements CredentialLookup {
    /** Under the second that the contract gives, for the time that the lookup itself takes. */
    static final Duration KEPT = Duration.ofMillis(800);

    private static final int MAX_ENTRIES = 10_000;

    private final CredentialLookup source;
    private final Clock clock;
    private final ConcurrentHashMap<Key, Entry> entries = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<Key, Loading> loading = new ConcurrentHashMap<>();

    /** What is looked up by. */
    private sealed interface Key {
        record ByTokenHash(Digest hash) implements Key {}

        record ById(CredentialId id) implements Key {}
    }

    /** Keeps what {@code source} finds. */
    public CachedCredentialLookup(CredentialLookup source, Clock clock) {
        this.source = source;
        this.clock = clock;
    }

    @Override
    public @Nullable Found byTokenHash(Digest tokenHash) {
        return find(new Key.ByTokenHash(tokenHash));
    }

    @Override
    public @Nullable Found byId(CredentialId id) {
        return find(new Key.ById(id));
    }

    private @Nullable Found find(Key key) {
        while (true) {
            Instant now = clock.instant();
            Entry entry = entries.get(key);
            if (entry != null && entry.isFresh(now)) {
                return entry.found;
            }
            // one caller asks the database, and those who come meanwhile share its answer or its fault: were each to
            // ask in its turn, a database that is down would make the last of them wait for all
            Loading mine = new Loading(new CompletableFuture<>(), now);
            Loading running = loading.putIfAbsent(key, mine);
            if (running == null) {
                return lead(key, mine);
            }
            @Nullable Found found = running.join();
            // a database that answers late answers what was true when it was asked: no news for whoever came much later
            if (now.isBefore(running.startedAt.plus(KEPT))) {
                return found;
            }
        }
    }

    private @Nullable Found lead(Key key, Loading mine) {
        try {
            Entry current = entries.get(key);
            Found found =
                    current != null && current.isFresh(clock.instant()) ? current.found : load(key, mine.startedAt);
            mine.answer.complete(found);
            return found;
        } catch (RuntimeException | Error fault) {
            mine.answer.completeExceptionally(fault);
            throw fault;
        } finally {
            // whoever comes from now on finds the answer, or asks anew
            loading.remove(key, mine);
        }
    }

    private @Nullable Found load(Key key, Instant startedAt) {
        Found found = switch (key) {
            case Key.ByTokenHash by -> source.byTokenHash(by.hash());
            case Key.ById by -> source.byId(by.id());
        };
        if (found == null) {
            entries.remove(key);
        } else {
            if (entries.size() >= MAX_ENTRIES) {
                entries.values().removeIf(entry -> !entry.isFresh(startedAt));
            }
            if (entries.size() < MAX_ENTRIES) {
                entries.put(key, new Entry(found, startedAt));
            }
        }
        return found;
    }

    private record Entry(Found found, Instant loadedAt) {
        boolean isFresh(Instant now) {
            return !now.isBefore(loadedAt) && now.isBefore(loadedAt.plus(KEPT));
        }
    }

    private record Loading(CompletableFuture<@Nullable Found> answer, Instant startedAt) {
        @Nullable
        Found join() {
            try {
                return answer.join();
            } catch (CompletionException shared) {
                throw new IllegalStateException("The credential could not be looked up", shared.getCause());
            }
        }
    }
}
