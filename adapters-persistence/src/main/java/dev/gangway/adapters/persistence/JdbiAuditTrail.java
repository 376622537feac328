package dev.gangway.adapters.persistence;

import dev.gangway.application.audit.AuditFilter;
import dev.gangway.application.audit.AuditRow;
import dev.gangway.application.audit.CountedRefusal;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.audit.RefusedCall;
import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * The audit log. A refused call's row is appended by whichever node counts first in its minute; how often is counted next
 * door, since the row itself stays as it is.
 */
final class JdbiAuditTrail implements AuditTrail {
    private static final String BEGIN_COUNT = """
            insert into refusal_counts (id, refusals) values (:id, 0) on conflict do nothing""";

    private static final String APPEND_REFUSAL = """
            insert into audit_log (action, partner_id, credential_id, subject, request_id, address, at, scheme, reason,
                counted_in)
            values (:action, (select partner_id from partner_credentials where id = :credential), :credential, :subject,
                :requestId, :address, :at, :scheme, :reason, :id)""";

    private static final String COUNT = """
            update refusal_counts set refusals = refusals + :times where id = :id""";

    private static final String ROWS = """
            select a.action, a.partner_id, a.credential_id, a.subject, a.reason, coalesce(c.refusals, 1) as times,
                a.request_id, a.address, a.scheme, a.actor, a.at
            from audit_log a left join refusal_counts c on c.id = a.counted_in
            """;

    private final Jdbi jdbi;

    JdbiAuditTrail(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public void append(AuditEntry entry) {
        jdbi.useHandle(handle -> AuditLog.append(handle, entry));
    }

    @Override
    public void record(List<CountedRefusal> counted, List<ExplainedRefusal> explained) {
        // in one order on every node: none waits for another that waits for it
        List<CountedRefusal> sorted = counted.stream()
                .sorted(Comparator.comparing(JdbiAuditTrail::id))
                .toList();
        jdbi.useTransaction(handle -> {
            if (!sorted.isEmpty()) {
                count(handle, sorted);
            }
            if (!explained.isEmpty()) {
                ExplanationRows.append(handle, explained);
            }
        });
    }

    private static void count(Handle handle, List<CountedRefusal> counted) {
        PreparedBatch begin = handle.prepareBatch(BEGIN_COUNT);
        counted.forEach(one -> begin.bind("id", id(one)).add());
        int[] begun = begin.execute();
        PreparedBatch append = handle.prepareBatch(APPEND_REFUSAL);
        for (int i = 0; i < begun.length; i++) {
            if (begun[i] > 0) {
                bind(append, counted.get(i).first())
                        .bind("action", AuditAction.AUTHENTICATION_REFUSED.apiName())
                        .bind("subject", counted.get(i).first().route())
                        .bind("id", id(counted.get(i)))
                        .add();
            }
        }
        if (append.size() > 0) {
            append.execute();
        }
        PreparedBatch count = handle.prepareBatch(COUNT);
        counted.forEach(
                one -> count.bind("id", id(one)).bind("times", one.times()).add());
        count.execute();
    }

    private static String id(CountedRefusal counted) {
        return counted.minute() + " " + counted.first().address() + " "
                + counted.first().reason();
    }

    /** Binds what is known of a refused call. */
    static <S extends SqlStatement<S>> S bind(S statement, RefusedCall call) {
        return statement
                .bind("credential", call.credential())
                .bind("requestId", call.requestId())
                .bind("address", call.address())
                .bind("at", Rows.utc(call.at()))
                .bind("scheme", call.scheme())
                .bind("reason", call.reason());
    }

    @Override
    public List<AuditRow> rows(AuditFilter filter, int limit) {
        List<String> conditions = new ArrayList<>();
        if (filter.since() != null) {
            conditions.add("a.at >= :since");
        }
        if (filter.until() != null) {
            conditions.add("a.at < :until");
        }
        if (filter.partner() != null) {
            conditions.add("a.partner_id = :partner");
        }
        if (filter.action() != null) {
            conditions.add("a.action = :action");
        }
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        List<AuditRow> rows = jdbi.withHandle(
                handle -> bind(handle.createQuery(ROWS + where + " order by a.id desc limit :limit"), filter)
                        .bind("limit", limit)
                        .map((row, context) -> row(row))
                        .list());
        // a refused call is written a moment after it was made
        List<AuditRow> ordered = new ArrayList<>(rows);
        Collections.reverse(ordered);
        ordered.sort(Comparator.comparing(AuditRow::at));
        return ordered;
    }

    private static Query bind(Query query, AuditFilter filter) {
        if (filter.since() != null) {
            query.bind("since", Rows.utc(filter.since()));
        }
        if (filter.until() != null) {
            query.bind("until", Rows.utc(filter.until()));
        }
        PartnerId partner = filter.partner();
        if (partner != null) {
            query.bind("partner", partner.value());
        }
        AuditAction action = filter.action();
        if (action != null) {
            query.bind("action", action.apiName());
        }
        return query;
    }

    private static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getString("action"),
                Rows.optionalPartnerId(row, "partner_id"),
                row.getString("credential_id"),
                row.getString("subject"),
                row.getString("reason"),
                row.getLong("times"),
                new RequestOrigin(
                        row.getString("request_id"),
                        row.getString("address"),
                        row.getString("scheme"),
                        row.getString("actor")),
                Rows.time(row, "at"));
    }

    @Override
    public List<ExplainedRefusal> explained(String requestId, int limit) {
        return jdbi.withHandle(handle -> ExplanationRows.of(handle, requestId, limit));
    }

    @Override
    public int forgetExplanations(Instant before) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from explanations where at < :before")
                .bind("before", Rows.utc(before))
                .execute());
    }
}
