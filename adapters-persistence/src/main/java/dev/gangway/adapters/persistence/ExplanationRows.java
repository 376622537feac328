package dev.gangway.adapters.persistence;

import dev.gangway.application.audit.Comparison;
import dev.gangway.application.audit.ExplainedRefusal;
import dev.gangway.application.audit.RefusedCall;
import dev.gangway.application.auth.Explanation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/** What explains refused calls, a row each. */
final class ExplanationRows {
    private static final String APPEND = """
            insert into explanations (request_id, at, address, route, credential_id, scheme, reason, explained_by, explanation,
                canonical, body_sha256, clock_difference, expected, compared, differs_at, differs_on_line, differs_in,
                computed, sent)
            values (:requestId, :at, :address, :route, :credential, :scheme, :reason, :explainedBy, :explanation,
                :canonical, :bodySha256, :clockDifference, :expected, :compared, :differsAt, :differsOnLine, :differsIn,
                :computed, :sent)""";

    private static final String FIND = """
            select * from explanations where request_id = :requestId order by id desc limit :limit""";

    private static final Comparison NONE = new Comparison(Comparison.Result.UNREADABLE, 0, 0, null, "", "");

    private ExplanationRows() {}

    static void append(Handle handle, List<ExplainedRefusal> explained) {
        PreparedBatch append = handle.prepareBatch(APPEND);
        for (ExplainedRefusal one : explained) {
            Explanation explanation = one.explanation();
            Comparison comparison = one.comparison() == null ? NONE : one.comparison();
            JdbiAuditTrail.bind(append, one.call())
                    .bind("route", one.call().route())
                    .bind("explainedBy", explanation.scheme())
                    .bind("explanation", explanation.reason())
                    .bind("canonical", explanation.canonical())
                    .bind("bodySha256", explanation.bodySha256())
                    .bind("clockDifference", explanation.clockDifferenceSeconds())
                    .bind("expected", String.join("\n", explanation.expected()))
                    .bind("compared", one.comparison() == null ? null : Rows.stored(comparison.result()))
                    .bind("differsAt", comparison.index())
                    .bind("differsOnLine", comparison.line())
                    .bind("differsIn", comparison.name())
                    .bind("computed", comparison.computed())
                    .bind("sent", comparison.sent())
                    .add();
        }
        append.execute();
    }

    static List<ExplainedRefusal> of(Handle handle, String requestId, int limit) {
        return handle.createQuery(FIND)
                .bind("requestId", requestId)
                .bind("limit", limit)
                .map((row, context) -> row(row))
                .list();
    }

    private static ExplainedRefusal row(ResultSet row) throws SQLException {
        long clockDifference = row.getLong("clock_difference");
        Long ahead = row.wasNull() ? null : clockDifference;
        return new ExplainedRefusal(
                new RefusedCall(
                        row.getString("reason"),
                        row.getString("scheme"),
                        row.getString("credential_id"),
                        row.getString("route"),
                        row.getString("request_id"),
                        row.getString("address"),
                        Rows.time(row, "at")),
                new Explanation(
                        row.getString("explained_by"),
                        row.getString("explanation"),
                        row.getString("canonical"),
                        row.getString("body_sha256"),
                        ahead,
                        row.getString("expected").lines().toList()),
                comparison(row));
    }

    private static @Nullable Comparison comparison(ResultSet row) throws SQLException {
        Comparison.Result result = Rows.optionalConstant(row, "compared", Comparison.Result.class);
        return result == null
                ? null
                : new Comparison(
                        result,
                        row.getInt("differs_at"),
                        row.getInt("differs_on_line"),
                        row.getString("differs_in"),
                        Objects.requireNonNull(row.getString("computed")),
                        Objects.requireNonNull(row.getString("sent")));
    }
}
