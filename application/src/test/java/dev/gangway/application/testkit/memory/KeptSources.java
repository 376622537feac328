package dev.gangway.application.testkit.memory;

import dev.gangway.application.testkit.contract.QueuedImport;
import dev.gangway.domain.partner.PartnerId;
import dev.gangway.domain.registration.OfferedSource;
import dev.gangway.domain.registration.Registration;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Keeps the sources of a registration or an attachment. */
final class KeptSources {
    private KeptSources() {}

    static void keep(
            State state,
            UserId user,
            PartnerId partner,
            List<OfferedSource> added,
            List<Registration.Replaced> replaced,
            List<SourceId> sentAgain,
            Instant at) {
        for (OfferedSource offered : added) {
            SourceRow row = SourceRow.added(offered, user, at);
            state.sources.put(row.id(), row);
            state.addSender(row.id(), partner);
            state.queuedImports.add(new QueuedImport(row.id(), row.sealed().id(), row.priority()));
        }
        for (SourceId sent : sentAgain) {
            state.addSender(sent, partner);
        }
        for (Registration.Replaced one : replaced) {
            SourceRow known = Objects.requireNonNull(state.sources.get(one.id()), "no source to replace");
            SourceRow row = known.with(one.sealed(), one.fingerprint());
            // the status of this moment: a run may have ended since the snapshot
            boolean failed = known.progress().status().canBeRetried();
            if (failed) {
                row = row.with(known.progress().requeued());
            }
            state.sources.put(row.id(), row);
            // a run that holds the old secret can no longer end the source: another has to
            if (one.requeued() || failed || known.progress().run() != null) {
                state.queuedImports.add(new QueuedImport(row.id(), row.sealed().id(), row.priority()));
            }
        }
    }
}
