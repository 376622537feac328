package dev.gangway.domain.registration;

import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.UserId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a registration has to know of a user that exists: one consistent snapshot.
 *
 * @param id the user
 * @param attributedTo the partner that brought it, null if none did
 * @param connection its connection to the calling partner, null if it has none
 * @param partnerUserIdTaken whether another user of the calling partner has the {@code partner_user_id} of the call
 * @param sources its sources, those merged into others left out
 * @param hasDiscount whether it has a discount already
 */
public record KnownUser(
        UserId id,
        @Nullable PartnerId attributedTo,
        @Nullable Connection connection,
        boolean partnerUserIdTaken,
        List<KnownSource> sources,
        boolean hasDiscount) {
    /** Copies. */
    public KnownUser {
        sources = List.copyOf(sources);
    }

    /** The keys of the ring that what is offered has to be fingerprinted under, to be compared with the user's sources. */
    public Set<String> ringKeys() {
        return sources.stream().map(source -> source.fingerprint().ringKey()).collect(Collectors.toUnmodifiableSet());
    }

    /** One source of the user's. */
    public record KnownSource(
            SourceId id, ExchangeName exchange, CredentialFingerprint fingerprint, SourceStatus status) {}
}
