package dev.gangway.application.testkit.memory;

import dev.gangway.application.user.PartnerSource;
import dev.gangway.application.user.PartnerUser;
import dev.gangway.application.user.UserReference;
import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryPartnerUsers implements PartnerUsers {
    private final InMemoryStore store;

    InMemoryPartnerUsers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable PartnerUser find(UserReference user, PartnerId partner) {
        return store.<@Nullable PartnerUser>inState(state -> connected(state, partner)
                .filter(one -> isMeant(state, one, user, partner))
                .map(one -> seen(state, one, partner))
                .findFirst()
                .orElse(null));
    }

    private static boolean isMeant(State state, NewUser user, UserReference reference, PartnerId partner) {
        return switch (reference) {
            case UserReference.ById byId -> user.id().equals(byId.id());
            case UserReference.ByEmail byEmail ->
                user.realm().equals(byEmail.realm()) && user.email().equals(byEmail.email());
            case UserReference.ByPartnerUserId own ->
                own.id().equals(connection(state, user.id(), partner).partnerUserId());
        };
    }

    @Override
    public @Nullable Page page(PartnerId partner, @Nullable UserId after, int limit) {
        return store.<@Nullable Page>inState(state -> {
            if (after != null && !state.connections.containsKey(new State.ConnectionKey(after, partner))) {
                return null;
            }
            List<PartnerUser> rest = connected(state, partner)
                    .filter(user -> after == null || user.id().value().compareTo(after.value()) > 0)
                    .sorted(Comparator.comparing(user -> user.id().value()))
                    .map(user -> seen(state, user, partner))
                    .toList();
            return new Page(rest.subList(0, Math.min(limit, rest.size())), rest.size() > limit);
        });
    }

    @Override
    public @Nullable List<PartnerSource> sources(UserId user, PartnerId partner) {
        return store.<@Nullable List<PartnerSource>>inState(state -> state.isConnected(user, partner)
                ? inSight(state, user, partner)
                        .sorted(Comparator.comparing(row -> row.id().value()))
                        .map(row -> new PartnerSource(
                                row.id(),
                                row.exchange(),
                                row.progress().status(),
                                row.progress().failure(),
                                row.createdAt(),
                                row.progress().importedAt()))
                        .toList()
                : null);
    }

    private static Stream<NewUser> connected(State state, PartnerId partner) {
        return state.users.values().stream().filter(user -> state.isConnected(user.id(), partner));
    }

    private static Stream<SourceRow> inSight(State state, UserId user, PartnerId partner) {
        boolean all = state.sharingAll.contains(new State.ConnectionKey(user, partner));
        return state.sources.values().stream()
                .filter(row -> row.owner().equals(user)
                        && !row.isMerged()
                        && (all || state.senders.contains(new State.Sender(row.id(), partner))));
    }

    private static Connection connection(State state, UserId user, PartnerId partner) {
        return Objects.requireNonNull(state.connections.get(new State.ConnectionKey(user, partner)));
    }

    private static PartnerUser seen(State state, NewUser user, PartnerId partner) {
        boolean brought = partner.equals(state.attributions.get(user.id()));
        Connection connection = connection(state, user.id(), partner);
        return new PartnerUser(
                user.id(),
                brought ? user.email().value() : user.email().canonical(),
                brought ? user.name() : null,
                brought ? user.surname() : null,
                brought ? user.jurisdiction() : null,
                connection.partnerUserId(),
                Objects.requireNonNullElse(connection.approvedAt(), user.createdAt()),
                user.createdAt(),
                Math.toIntExact(inSight(state, user.id(), partner).count()));
    }
}
