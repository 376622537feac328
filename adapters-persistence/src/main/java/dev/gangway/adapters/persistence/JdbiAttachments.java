package dev.gangway.adapters.persistence;

import dev.gangway.application.registration.port.Attachments;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.registration.Attachment;
import dev.gangway.domain.registration.KnownUser;
import dev.gangway.domain.user.UserId;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Attachments by the very statements of registrations. */
final class JdbiAttachments implements Attachments {
    private final Jdbi jdbi;
    private final SqlDialect dialect;

    JdbiAttachments(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    @Override
    public @Nullable KnownUser snapshot(UserId user, PartnerId partner) {
        return jdbi.withHandle(handle -> UserSnapshot.read(handle.getConnection(), dialect, user, partner));
    }

    @Override
    public void record(Attachment attachment) {
        jdbi.useTransaction(handle -> {
            ReplacedCredentials.write(handle, attachment.userId(), attachment.replaced(), attachment.at());
            Args args = new Args()
                    .text("userId", attachment.userId().value())
                    .uuid("partnerId", attachment.partnerId().value())
                    .time("at", attachment.at());
            AuditLog.bind(args, attachment.audit());
            SourceArgs.bind(args, attachment.added(), attachment.replaced(), attachment.sentAgain());
            RegistrationSql.ATTACHMENT.write(handle.getConnection(), dialect, args);
        });
    }
}
