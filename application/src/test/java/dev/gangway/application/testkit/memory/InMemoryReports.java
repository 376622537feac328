package dev.gangway.application.testkit.memory;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.partner.Partner;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.user.NewUser;
import dev.gangway.domain.user.PersonName;
import dev.gangway.domain.user.UserId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class InMemoryReports implements Reports {
    private final InMemoryStore store;

    InMemoryReports(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public @Nullable UserReport find(UserId user) {
        return store.<@Nullable UserReport>inState(state -> {
            NewUser row = state.users.get(user);
            if (row == null) {
                return null;
            }
            List<UserReport.SourceSummary> summaries = summaries(state, user);
            PersonName name = row.name();
            PartnerId broughtBy = state.attributions.get(user);
            Partner partner = broughtBy == null ? null : state.partners.get(broughtBy);
            State.DiscountUse discount = state.discountUses.get(user);
            return new UserReport(
                    user,
                    row.email().value(),
                    name == null ? null : name.value(),
                    row.jurisdiction(),
                    partner == null ? null : partner.name(),
                    partner == null ? null : partner.wayForward(),
                    discount == null ? null : discount.code().value(),
                    summaries,
                    summaries.stream()
                            .mapToLong(UserReport.SourceSummary::transactionCount)
                            .sum());
        });
    }

    @Override
    public List<UserReport.SourceSummary> sources(UserId user) {
        return store.inState(state -> summaries(state, user));
    }

    private static List<UserReport.SourceSummary> summaries(State state, UserId user) {
        return state.sources.values().stream()
                .filter(source -> source.owner().equals(user) && !source.isMerged())
                .sorted(Comparator.comparing(SourceRow::createdAt)
                        .thenComparing(source -> source.id().value()))
                .map(source -> summary(state, source))
                .toList();
    }

    private static UserReport.SourceSummary summary(State state, SourceRow source) {
        return new UserReport.SourceSummary(
                source.id(),
                source.exchange(),
                source.progress().status(),
                source.progress().failure(),
                state.ledger.keySet().stream()
                        .filter(key -> key.source().equals(source.id()))
                        .count(),
                source.progress().importedAt(),
                state.queuedImports.stream().anyMatch(job -> job.source().equals(source.id())));
    }
}
