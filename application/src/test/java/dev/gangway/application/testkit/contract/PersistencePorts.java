package dev.gangway.application.testkit.contract;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.auth.port.CallRates;
import dev.gangway.application.auth.port.CredentialLookup;
import dev.gangway.application.auth.port.SignatureMarks;
import dev.gangway.application.idempotency.port.AnsweredCalls;
import dev.gangway.application.keys.port.KeyRings;
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

/** Every port that stores something, over one store. */
public record PersistencePorts(
        Transactions transactions,
        Registrations registrations,
        RedirectTokens redirectTokens,
        PartnerUsers partnerUsers,
        PartnerLinks partnerLinks,
        Attachments attachments,
        Withdrawals withdrawals,
        Sessions sessions,
        SourceImports sourceImports,
        Derivations derivations,
        Ledgers ledgers,
        SourceRefreshes sourceRefreshes,
        SourceKeys sourceKeys,
        Uploads uploads,
        Reports reports,
        Partners partners,
        PartnerCredentials partnerCredentials,
        CredentialLookup credentialLookup,
        CallRates callRates,
        AnsweredCalls answeredCalls,
        SignatureMarks signatureMarks,
        KeyRings keyRings,
        Portfolios portfolios,
        AuditTrail auditTrail,
        Arrangements arranged,
        Observations observed) {
    /** The same, but for registrations. */
    public PersistencePorts with(Registrations others) {
        return new PersistencePorts(
                transactions,
                others,
                redirectTokens,
                partnerUsers,
                partnerLinks,
                attachments,
                withdrawals,
                sessions,
                sourceImports,
                derivations,
                ledgers,
                sourceRefreshes,
                sourceKeys,
                uploads,
                reports,
                partners,
                partnerCredentials,
                credentialLookup,
                callRates,
                answeredCalls,
                signatureMarks,
                keyRings,
                portfolios,
                auditTrail,
                arranged,
                observed);
    }
}
