package dev.gangway.adapters.persistence;

import dev.gangway.application.testkit.contract.Arrangements;
import dev.gangway.application.testkit.contract.Observations;
import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.audit.AuditAction;
import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.shared.RequestOrigin;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.Connection;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** The tables themselves, past every port. */
final class Tables implements Observations, Arrangements {
    private static final List<String> NAMES = List.of(
            "partner_credentials",
            "partner_discounts",
            "partners",
            "call_rates",
            "call_counts",
            "call_windows",
            "signature_marks",
            "signature_horizon",
            "answered_calls",
            "users",
            "attributions",
            "connections",
            "partner_user_ids",
            "discount_redemptions",
            "sources",
            "source_senders",
            "source_removals",
            "source_balances",
            "ledger_transactions",
            "uploads",
            "upload_parts",
            "redirect_tokens",
            "sessions",
            "key_rings",
            "audit_log",
            "refusal_counts",
            "explanations",
            "scheduled_tasks");

    private static final Set<String> KEPT = Set.of("audit_log", "refusal_counts");

    private final Jdbi jdbi;
    private final SqlDialect dialect;

    Tables(Database database) {
        this.jdbi = Jdbi.create(database.dataSource());
        this.dialect = database.dialect();
    }

    /** Empties all of them. */
    void empty() {
        jdbi.useHandle(handle -> {
            if (dialect == SqlDialect.POSTGRESQL) {
                handle.execute("alter table audit_log disable trigger user");
                handle.execute("alter table refusal_counts disable trigger user");
                handle.execute("truncate " + String.join(", ", NAMES));
                handle.execute("alter table audit_log enable trigger user");
                handle.execute("alter table refusal_counts enable trigger user");
            } else {
                for (String name : NAMES) {
                    // no trigger of H2's sees this, and no key leads to the tables that have one
                    handle.execute(KEPT.contains(name) ? "truncate table " + name : "delete from " + name);
                }
            }
        });
    }

    /** One value of one row. */
    <T> T one(Class<T> type, String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.select(sql, values).mapTo(type).one());
    }

    /** How many rows a statement changed. */
    int write(String sql, Object... values) {
        return jdbi.withHandle(handle -> handle.execute(sql, values));
    }

    long count(String table) {
        return one(Long.class, "select count(*) from " + table);
    }

    /** How many balances and sources there are whose figures are not what the rows add up to. */
    long miscounted() {
        return one(Long.class, """
                select (
                    select count(*) from (
                        select l.source_id, l.asset from (
                            select source_id, received_asset as asset, received_quantity as quantity
                            from ledger_transactions where received_asset is not null and kind <> 'unclassified'
                            union all
                            select source_id, sent_asset, -sent_quantity
                            from ledger_transactions where sent_asset is not null and kind <> 'unclassified'
                            union all
                            select source_id, fee_asset, -fee_quantity
                            from ledger_transactions where fee_asset is not null and kind <> 'unclassified'
                            union all
                            select source_id, asset, -quantity from source_balances) l
                        group by l.source_id, l.asset having sum(l.quantity) <> 0) b
                ) + (
                    select count(*) from sources s
                    where s.tallied_count <> s.transaction_count
                        or s.transaction_count <> (select count(*) from ledger_transactions t where t.source_id = s.id)
                        or s.unclassified_count <> (select count(*) from ledger_transactions t
                            where t.source_id = s.id and t.kind = 'unclassified')
                )""");
    }

    @Override
    public List<QueuedImport> queuedImports() {
        return jdbi.withHandle(handle -> handle.select("select task_instance, task_data, priority from scheduled_tasks")
                .map((row, context) -> {
                    int rank = row.getInt("priority");
                    return new QueuedImport(
                            new SourceId(ImportJob.fromJson(row.getBytes("task_data"))
                                    .source()),
                            new CredentialsId(row.getString("task_instance").split("/", -1)[0]),
                            Stream.of(ImportPriority.values())
                                    .filter(priority -> priority.rank() == rank)
                                    .findFirst()
                                    .orElseThrow());
                })
                .list());
    }

    @Override
    public void endQueuedImports() {
        write("delete from scheduled_tasks");
    }

    @Override
    public List<AuditEntry> audit() {
        return jdbi.withHandle(handle -> handle.select("select * from audit_log where reason is null order by id")
                .map((row, context) -> new AuditEntry(
                        Rows.constant(row, "action", AuditAction.class),
                        Rows.optionalPartnerId(row, "partner_id"),
                        Rows.optional(row, "credential_id", CredentialId::new),
                        row.getString("subject"),
                        new RequestOrigin(
                                row.getString("request_id"),
                                row.getString("address"),
                                row.getString("scheme"),
                                row.getString("actor")),
                        Rows.time(row, "at")))
                .list());
    }

    @Override
    public List<LedgerTransaction> transactionsOf(UserId user) {
        return jdbi.withHandle(handle -> handle.select(
                        "select " + LedgerRows.COLUMNS + " from ledger_transactions t where t.user_id = ?"
                                + " order by t.occurred_at desc, t.source_id, t.external_id",
                        user.value())
                .map((row, context) -> LedgerRows.read(row))
                .list());
    }

    @Override
    public Set<PartnerId> sendersOf(SourceId source) {
        return jdbi.withHandle(
                handle -> handle
                        .select("select partner_id from source_senders where source_id = ?", source.value())
                        .mapTo(UUID.class)
                        .stream()
                        .map(PartnerId::new)
                        .collect(Collectors.toSet()));
    }

    @Override
    public void connect(UserId user, Connection connection, Instant createdAt) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("delete from connections where user_id = :user and partner_id = :partner")
                    .bind("user", user.value())
                    .bind("partner", connection.partnerId().value())
                    .execute();
            handle.createUpdate("""
                            insert into connections (user_id, partner_id, status, approved_at, created_at)
                            values (:user, :partner, :status, :approvedAt, :createdAt)""")
                    .bind("user", user.value())
                    .bind("partner", connection.partnerId().value())
                    .bind("status", Rows.stored(connection.status()))
                    .bind("approvedAt", Rows.utc(connection.approvedAt()))
                    .bind("createdAt", Rows.utc(createdAt))
                    .execute();
        });
    }

    @Override
    public long users() {
        return count("users");
    }

    @Override
    public long attributions() {
        return count("attributions");
    }

    @Override
    public Map<String, Long> rows() {
        return NAMES.stream().collect(Collectors.toMap(name -> name, this::count, (a, b) -> a, TreeMap::new));
    }
}
