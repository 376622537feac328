package dev.gangway.application.testkit.memory;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.audit.RefusedCall;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.apikey.PartnerCredential;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

final class InMemoryAuditTrail implements AuditTrail {
    private final InMemoryStore store;

    InMemoryAuditTrail(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public void append(AuditEntry entry) {
        store.inState(state -> state.audit.add(entry));
    }

    @Override
    public void record(List<CountedRefusal> counted, List<ExplainedRefusal> explained) {
        store.inState(state -> {
            counted.forEach(one -> state.refusals.merge(
                    one.minute() + " " + one.first().address() + " "
                            + one.first().reason(),
                    one,
                    (before, more) -> new CountedRefusal(before.first(), before.times() + more.times())));
            return state.explanations.addAll(explained);
        });
    }

    @Override
    public List<AuditRow> rows(AuditFilter filter, int limit) {
        return store.inState(state -> {
            List<AuditRow> rows = new ArrayList<>(Stream.concat(
                            state.audit.stream().map(InMemoryAuditTrail::row),
                            state.refusals.values().stream().map(one -> row(state, one)))
                    .filter(row -> passes(filter, row))
                    .sorted(Comparator.comparing(AuditRow::at))
                    .toList());
            return List.copyOf(rows.subList(Math.max(0, rows.size() - limit), rows.size()));
        });
    }

    private static boolean passes(AuditFilter filter, AuditRow row) {
        return (filter.since() == null || !row.at().isBefore(filter.since()))
                && (filter.until() == null || row.at().isBefore(filter.until()))
                && (filter.partner() == null || filter.partner().equals(row.partner()))
                && (filter.action() == null || filter.action().apiName().equals(row.action()));
    }

    private static AuditRow row(AuditEntry entry) {
        CredentialId credential = entry.credentialId();
        return new AuditRow(
                entry.action().apiName(),
                entry.partnerId(),
                credential == null ? null : credential.value(),
                entry.subject(),
                null,
                1,
                entry.origin(),
                entry.at());
    }

    private static AuditRow row(State state, CountedRefusal counted) {
        RefusedCall first = counted.first();
        return new AuditRow(
                AuditAction.AUTHENTICATION_REFUSED.apiName(),
                partnerOf(state, first.credential()),
                first.credential(),
                first.route(),
                first.reason(),
                counted.times(),
                new RequestOrigin(first.requestId(), first.address(), first.scheme(), null),
                first.at());
    }

    private static @Nullable PartnerId partnerOf(State state, @Nullable String credential) {
        return state.credentials.values().stream()
                .map(State.CredentialRow::credential)
                .filter(one -> one.id().value().equals(credential))
                .map(PartnerCredential::partnerId)
                .findFirst()
                .orElse(null);
    }

    @Override
    public List<ExplainedRefusal> explained(String requestId, int limit) {
        return store.inState(
                state -> state.explanations.stream()
                        .filter(one -> one.call().requestId().equals(requestId))
                        .toList()
                        .reversed()
                        .stream()
                        .limit(limit)
                        .toList());
    }

    @Override
    public int forgetExplanations(Instant before) {
        return store.inState(state -> {
            int had = state.explanations.size();
            state.explanations.removeIf(one -> one.call().at().isBefore(before));
            return had - state.explanations.size();
        });
    }
}
