package dev.gangway.application.shared.port;

import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;

/** Makes identities. No two calls, on any node, ever answer the same one. */
public interface Ids {
    /** A user's. */
    UserId userId();

    /** A source's. */
    SourceId sourceId();

    /** A set of sealed credentials'. */
    CredentialsId credentialsId();

    /** An import run's. */
    ImportRunId importRunId();

    /** An upload's. */
    UploadId uploadId();

    /** A redirect link's, which is not the one in its token. */
    LinkId linkId();

    /** A partner's. */
    PartnerId partnerId();

    /** A partner credential's. */
    CredentialId credentialId();
}
