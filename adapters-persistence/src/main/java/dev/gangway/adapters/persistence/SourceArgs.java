package dev.gangway.adapters.persistence;

import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.source.CredentialFingerprint;
import dev.gangway.domain.source.ImportPriority;
import dev.gangway.domain.source.SourceId;
import java.util.List;
import java.util.stream.Stream;

/** The sources of a registration or an attachment as values of {@link RegistrationSql}'s statements. */
final class SourceArgs {
    private SourceArgs() {}

    static Args bind(
            Args args, List<OfferedSource> added, List<Registration.Replaced> replaced, List<SourceId> sentAgain) {
        List<CredentialFingerprint> fingerprints =
                added.stream().map(source -> source.fingerprints().inUse()).toList();
        args.texts("sourceIds", added.stream().map(s -> s.id().value()).toList())
                .texts(
                        "exchanges",
                        added.stream().map(s -> s.exchange().value()).toList())
                .texts(
                        "fingerprintKeys",
                        fingerprints.stream()
                                .map(CredentialFingerprint::ringKey)
                                .toList())
                .digests(
                        "keyFingerprints",
                        fingerprints.stream().map(CredentialFingerprint::apiKey).toList())
                .digests(
                        "secretFingerprints",
                        fingerprints.stream().map(CredentialFingerprint::secret).toList())
                .texts(
                        "credentialsIds",
                        added.stream().map(s -> s.sealed().id().value()).toList())
                .texts("sealed", added.stream().map(s -> s.sealed().sealed()).toList())
                .texts(
                        "sentIds",
                        Stream.concat(added.stream().map(OfferedSource::id), sentAgain.stream())
                                .map(SourceId::value)
                                .toList());
        return withJobs(args, added, replaced);
    }

    /** One job per new or requeued source, named by its new credentials: no two queued attempts share a name. */
    private static Args withJobs(Args args, List<OfferedSource> added, List<Registration.Replaced> replaced) {
        List<Registration.Replaced> requeued =
                replaced.stream().filter(Registration.Replaced::requeued).toList();
        return args.text("job", ImportJob.TASK)
                .number("priority", ImportPriority.FIRST.rank())
                .texts(
                        "jobInstances",
                        Stream.concat(
                                        added.stream().map(OfferedSource::sealed),
                                        requeued.stream().map(Registration.Replaced::sealed))
                                .map(credentials -> credentials.id().value())
                                .toList())
                .blobs(
                        "jobData",
                        Stream.concat(
                                        added.stream().map(OfferedSource::id),
                                        requeued.stream().map(Registration.Replaced::id))
                                .map(id -> ImportJob.first(id).toJson())
                                .toList());
    }
}
