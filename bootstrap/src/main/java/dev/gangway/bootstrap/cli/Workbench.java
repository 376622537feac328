package dev.gangway.bootstrap.cli;

import dev.gangway.application.audit.port.AuditTrail;
import dev.gangway.application.keys.ResealSecrets;
import dev.gangway.application.keys.RetireKeys;
import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssueCredential;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.application.partner.RevokeCredential;
import dev.gangway.application.partner.RotateCredential;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.source.RederiveLedger;
import dev.gangway.domain.partner.Partner;

/** The use cases that commands run, on an open database. */
interface Workbench extends AutoCloseable {
    EnrolPartner enrolPartner();

    /** Needs the master key for what it seals, and for nothing else. */
    IssueCredential issueCredential();

    /** Needs the master key for what it seals, and for nothing else. */
    RotateCredential rotateCredential();

    RevokeCredential revokeCredential();

    /** Needs the master key. */
    RotateKeys rotateKeys();

    /** Needs the master key. */
    ResealSecrets resealSecrets();

    RetireKeys retireKeys();

    RederiveLedger rederiveLedger();

    /** The audit log. */
    AuditTrail auditTrail();

    Partners partners();

    PartnerCredentials credentials();

    /** The partner that somebody named, who must be there. */
    default Partner partner(String reference) {
        Partner partner = new PartnerReference(reference).resolve(partners());
        if (partner == null) {
            throw Sentences.noSuchPartner(reference);
        }
        return partner;
    }

    @Override
    void close();
}
