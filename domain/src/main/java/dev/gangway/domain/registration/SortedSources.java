package dev.gangway.domain.registration;

import dev.gangway.domain.shared.Digest;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sorts what was offered into new sources, replaced credentials and what is there already. */
final class SortedSources {
    private record Key(ExchangeName exchange, Digest apiKey) {}

    final List<OfferedSource> added = new ArrayList<>();
    final List<Registration.Replaced> replaced = new ArrayList<>();
    final List<SourceId> sentAgain = new ArrayList<>();
    final List<SourceAnswer> answers = new ArrayList<>();

    static SortedSources of(List<OfferedSource> offered, List<KnownUser.KnownSource> known) {
        Map<Key, KnownUser.KnownSource> knownByKey = new LinkedHashMap<>();
        for (KnownUser.KnownSource source : known) {
            knownByKey.put(new Key(source.exchange(), source.fingerprint().apiKey()), source);
        }
        // two equal items are one source: the first gives the identity, the last the secret
        Map<Key, OfferedSource> distinct = new LinkedHashMap<>();
        SortedSources sources = new SortedSources();
        for (OfferedSource source : offered) {
            Key key = new Key(source.exchange(), source.fingerprints().inUse().apiKey());
            OfferedSource first = distinct.get(key);
            KnownUser.KnownSource existing = existing(source, knownByKey);
            distinct.put(key, first == null ? source : withSecretOf(first, source));
            SourceId id = existing != null ? existing.id() : first != null ? first.id() : source.id();
            sources.answers.add(new SourceAnswer(id, source.exchange(), existing != null || first != null));
        }
        distinct.values().forEach(source -> sources.place(source, existing(source, knownByKey)));
        return sources;
    }

    /** The source that has the API key already, under whichever key it was fingerprinted. */
    private static KnownUser.@Nullable KnownSource existing(
            OfferedSource source, Map<Key, KnownUser.KnownSource> knownByKey) {
        return source.fingerprints()
                .all()
                .map(one -> knownByKey.get(new Key(source.exchange(), one.apiKey())))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private void place(OfferedSource source, KnownUser.@Nullable KnownSource existing) {
        if (existing == null) {
            added.add(source);
            return;
        }
        sentAgain.add(existing.id());
        boolean secretChanged = !source.fingerprints().areOfSecret(existing.fingerprint());
        boolean failed = existing.status().canBeRetried();
        if (secretChanged || failed) {
            boolean requeued = failed || existing.status() == SourceStatus.PROCESSING;
            replaced.add(new Registration.Replaced(
                    existing.id(), source.sealed(), source.fingerprints().inUse(), requeued));
        }
    }

    private static OfferedSource withSecretOf(OfferedSource first, OfferedSource last) {
        return new OfferedSource(first.id(), first.exchange(), last.fingerprints(), last.sealed());
    }
}
