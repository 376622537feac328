package dev.gangway.adapters.persistence;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.report.port.Reports;
import dev.gangway.domain.partner.WebAddress;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.source.SourceStatus;
import dev.gangway.domain.user.Jurisdiction;
import dev.gangway.domain.user.UserId;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The report page in two queries. */
final class JdbiReports implements Reports {
    private static final String USER = """
            select u.email, u.name, u.jurisdiction, p.name as brought_by, coalesce(p.refresh_url, p.return_url) as way_forward,
                d.code as discount_code
            from users u
            left join attributions a on a.user_id = u.id
            left join partners p on p.id = a.partner_id
            left join discount_redemptions d on d.user_id = u.id
            where u.id = :user""";

    private static final String SOURCES = """
            select s.id, s.exchange, s.status, s.failure, s.transaction_count, s.imported_at,
            """ + ImportQueue.HAS_JOB + """
                 as refreshing
            from sources s where s.user_id = :user and s.status <> 'merged' order by s.created_at, s.id""";

    private record Person(
            String email,
            @Nullable String name,
            Jurisdiction jurisdiction,
            @Nullable String broughtBy,
            @Nullable WebAddress wayForward,
            @Nullable String discountCode) {}

    private final Jdbi jdbi;

    JdbiReports(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public @Nullable UserReport find(UserId user) {
        return jdbi.withHandle(handle -> {
            Person person = handle.createQuery(USER)
                    .bind("user", user.value())
                    .map((row, context) -> new Person(
                            row.getString("email"),
                            row.getString("name"),
                            new Jurisdiction(row.getString("jurisdiction")),
                            row.getString("brought_by"),
                            Rows.optional(row, "way_forward", WebAddress::new),
                            row.getString("discount_code")))
                    .findOne()
                    .orElse(null);
            return person == null ? null : report(handle, user, person);
        });
    }

    @Override
    public List<UserReport.SourceSummary> sources(UserId user) {
        return jdbi.withHandle(handle -> sources(handle, user));
    }

    private static List<UserReport.SourceSummary> sources(Handle handle, UserId user) {
        return handle.createQuery(SOURCES)
                .bind("user", user.value())
                .bind("job", ImportJob.TASK)
                .map((row, context) -> new UserReport.SourceSummary(
                        new SourceId(row.getString("id")),
                        new ExchangeName(row.getString("exchange")),
                        Rows.constant(row, "status", SourceStatus.class),
                        Rows.optionalConstant(row, "failure", SourceFailure.class),
                        row.getLong("transaction_count"),
                        Rows.optionalTime(row, "imported_at"),
                        row.getBoolean("refreshing")))
                .list();
    }

    private static UserReport report(Handle handle, UserId user, Person person) {
        List<UserReport.SourceSummary> sources = sources(handle, user);
        return new UserReport(
                user,
                person.email(),
                person.name(),
                person.jurisdiction(),
                person.broughtBy(),
                person.wayForward(),
                person.discountCode(),
                sources,
                sources.stream()
                        .mapToLong(UserReport.SourceSummary::transactionCount)
                        .sum());
    }
}
