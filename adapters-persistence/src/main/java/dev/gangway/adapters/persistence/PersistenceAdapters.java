package dev.gangway.adapters.persistence;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.keys.port.KeyRings;
import dev.gangway.application.keys.port.SealedRows;
import dev.gangway.application.ledger.port.Ledgers;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.portfolio.port.Portfolios;
import dev.gangway.application.registration.port.Attachments;
import dev.gangway.application.registration.port.PartnerLinks;
import dev.gangway.application.registration.port.Registrations;
import dev.gangway.application.report.port.Reports;
import dev.gangway.application.shared.port.Transactions;
import dev.gangway.application.signin.port.RedirectTokens;
import dev.gangway.application.signin.port.Sessions;
import dev.gangway.application.source.port.Derivations;
import dev.gangway.application.source.port.SourceImports;
import dev.gangway.application.source.port.SourceKeys;
import dev.gangway.application.source.port.SourceRefreshes;
import dev.gangway.application.upload.port.Uploads;
import dev.gangway.application.user.port.PartnerUsers;
import dev.gangway.application.user.port.Withdrawals;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;

/** Every port that keeps something, on one database. */
public final class PersistenceAdapters {
    private final Jdbi jdbi;
    private final SqlDialect dialect;

    private PersistenceAdapters(Jdbi jdbi, SqlDialect dialect) {
        this.jdbi = jdbi;
        this.dialect = dialect;
    }

    /** The ports on a database whose schema is this version's, or a newer one's. */
    public static PersistenceAdapters on(DataSource dataSource, SqlDialect dialect) {
        Jdbi jdbi = Jdbi.create(dataSource);
        // the values of a failed statement are nobody's business but the database's
        jdbi.getConfig(StatementExceptions.class).setMessageRendering(StatementExceptions.MessageRendering.NONE);
        return new PersistenceAdapters(jdbi, dialect);
    }

    /** Transactions around several calls of these ports. */
    public Transactions transactions() {
        return new JdbiTransactions(jdbi);
    }

    /** Registering users. */
    public Registrations registrations() {
        return new JdbiRegistrations(jdbi, dialect);
    }

    /** Partners. */
    public Partners partners() {
        return new JdbiPartners(jdbi);
    }

    /** Finding the credential that a call presents; to be cached by whoever asks often. */
    public CredentialLookup credentialLookup() {
        return new JdbiCredentialLookup(jdbi);
    }

    /** Issuing, rotating and revoking credentials. */
    public PartnerCredentials partnerCredentials() {
        return new JdbiPartnerCredentials(jdbi);
    }

    /** Counting calls. */
    public CallRates callRates() {
        return new JdbiCallRates(jdbi, dialect);
    }

    /** Signatures that were used. */
    public SignatureMarks signatureMarks() {
        return new JdbiSignatureMarks(jdbi, dialect);
    }

    /** Redirect links. */
    public RedirectTokens redirectTokens() {
        return new JdbiRedirectTokens(jdbi);
    }

    /** A partner's users. */
    public PartnerUsers partnerUsers() {
        return new JdbiPartnerUsers(jdbi);
    }

    /** Attaching sources to users that are there. */
    public Attachments attachments() {
        return new JdbiAttachments(jdbi, dialect);
    }

    /** What partners take back. */
    public Withdrawals withdrawals() {
        return new JdbiWithdrawals(jdbi);
    }

    /** A partner's links. */
    public PartnerLinks partnerLinks() {
        return new JdbiPartnerLinks(jdbi);
    }

    /** Sessions. */
    public Sessions sessions() {
        return new JdbiSessions(jdbi);
    }

    /** The writes of import runs. */
    public SourceImports sourceImports() {
        return new JdbiSourceImports(jdbi, dialect);
    }

    /** Deriving stored transactions anew. */
    public Derivations derivations() {
        return new JdbiDerivations(jdbi, dialect);
    }

    /** Reading ledgers. */
    public Ledgers ledgers() {
        return new JdbiLedgers(jdbi, dialect);
    }

    /** Queueing imports of sources that were imported before. */
    public SourceRefreshes sourceRefreshes() {
        return new JdbiSourceRefreshes(jdbi);
    }

    /** Replacing keys. */
    public SourceKeys sourceKeys() {
        return new JdbiSourceKeys(jdbi);
    }

    /** What users have uploaded. */
    public Uploads uploads() {
        return new JdbiUploads(jdbi, dialect);
    }

    /** The report page. */
    public Reports reports() {
        return new JdbiReports(jdbi);
    }

    /** Who sees which portfolio. */
    public Portfolios portfolios() {
        return new JdbiPortfolios(jdbi);
    }

    /** Calls that were answered. */
    public AnsweredCalls answeredCalls() {
        return new JdbiAnsweredCalls(jdbi, dialect);
    }

    /** The audit log, for whoever reads it and for refused calls; changes write to it themselves. */
    public AuditTrail auditTrail() {
        return new JdbiAuditTrail(jdbi);
    }

    /** The key rings. */
    public KeyRings keyRings() {
        return new JdbiKeyRings(jdbi);
    }

    /** Everything that is sealed under a key of the rings. */
    public SealedRows sealedRows() {
        return new JdbiSealedRows(jdbi);
    }
}
