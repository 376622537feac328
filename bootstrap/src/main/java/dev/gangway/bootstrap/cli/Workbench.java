package dev.gangway.bootstrap.cli;

import dev.gangway.application.keys.RotateKeys;
import dev.gangway.application.partner.EnrolPartner;
import dev.gangway.application.partner.IssuePartnerToken;
import dev.gangway.application.partner.PartnerReference;
import dev.gangway.application.partner.RevokePartnerToken;
import dev.gangway.application.partner.RotatePartnerToken;
import dev.gangway.application.partner.port.PartnerCredentials;
import dev.gangway.application.partner.port.Partners;
import dev.gangway.application.source.RederiveLedger;
import dev.gangway.domain.partner.Partner;

/** The use cases that commands run, on an open database. */
interface Workbench extends AutoCloseable {
    EnrolPartner enrolPartner();

    IssuePartnerToken issuePartnerToken();

    RotatePartnerToken rotatePartnerToken();

    RevokePartnerToken revokePartnerToken();

    /** Needs the master key. */
    RotateKeys rotateKeys();

    RederiveLedger rederiveLedger();

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
