package dev.gangway.adapters.crypto;

import com.github.f4b6a3.ulid.UlidFactory;
import dev.gangway.application.shared.port.Ids;
import dev.gangway.domain.apikey.CredentialId;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.signin.LinkId;
import dev.gangway.domain.source.CredentialsId;
import dev.gangway.domain.source.ImportRunId;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.upload.UploadId;
import dev.gangway.domain.user.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;

/** A prefix and a ULID: the millisecond, then 80 random bits. Partners get a random UUID. */
final class UlidIds implements Ids {
    private final UlidFactory ulids = UlidFactory.newInstance(new SecureRandom());
    private final Clock clock;

    UlidIds(Clock clock) {
        this.clock = clock;
    }

    @Override
    public UserId userId() {
        return new UserId(next(UserId.PREFIX));
    }

    @Override
    public SourceId sourceId() {
        return new SourceId(next(SourceId.PREFIX));
    }

    @Override
    public CredentialsId credentialsId() {
        return new CredentialsId(next(CredentialsId.PREFIX));
    }

    @Override
    public ImportRunId importRunId() {
        return new ImportRunId(next(ImportRunId.PREFIX));
    }

    @Override
    public UploadId uploadId() {
        return new UploadId(next(UploadId.PREFIX));
    }

    @Override
    public LinkId linkId() {
        return new LinkId(next(LinkId.PREFIX));
    }

    @Override
    public PartnerId partnerId() {
        return new PartnerId(UUID.randomUUID());
    }

    @Override
    public CredentialId credentialId() {
        return new CredentialId(next(CredentialId.PREFIX));
    }

    private String next(String prefix) {
        return prefix + ulids.create(clock.millis());
    }
}
