package dev.gangway.adapters.persistence;

import dev.gangway.domain.audit.AuditEntry;
import dev.gangway.domain.partner.PartnerId;
import java.sql.Types;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Appends to the audit log, in the transaction of what it tells of. */
final class AuditLog {
    private static final String APPEND = """
            insert into audit_log (action, partner_id, credential_id, subject, request_id, address, at, scheme, actor)
            values (:action, :partner, :credential, :subject, :requestId, :address, :at, :scheme, :actor)""";

    private AuditLog() {}

    static void append(Handle handle, AuditEntry entry) {
        Update append = handle.createUpdate(APPEND)
                .bind("action", entry.action().apiName())
                .bind(
                        "credential",
                        entry.credentialId() == null
                                ? null
                                : entry.credentialId().value())
                .bind("subject", entry.subject())
                .bind("requestId", entry.origin().requestId())
                .bind("address", entry.origin().address())
                .bind("at", Rows.utc(entry.at()))
                .bind("scheme", entry.origin().scheme())
                .bind("actor", entry.origin().actor());
        PartnerId partner = entry.partnerId();
        if (partner == null) {
            append.bindNull("partner", Types.OTHER);
        } else {
            append.bind("partner", partner.value());
        }
        append.execute();
    }

    /** Binds an entry of the partner that is bound already. */
    static void bind(Args args, AuditEntry entry) {
        args.text("action", entry.action().apiName())
                .text(
                        "credentialId",
                        entry.credentialId() == null
                                ? null
                                : entry.credentialId().value())
                .text("subject", entry.subject())
                .text("requestId", entry.origin().requestId())
                .text("address", entry.origin().address())
                .text("scheme", entry.origin().scheme())
                .time("auditAt", entry.at());
    }
}
