package dev.gangway.adapters.http.support;

import dev.gangway.application.report.UserReport;
import dev.gangway.application.source.port.SourceImports.Begun;
import dev.gangway.application.testkit.fixture.DeterministicIds;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.SourceFailure;
import dev.gangway.domain.source.SourceId;
import dev.gangway.domain.user.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Does to the sources of a world what import workers would. */
public final class Sources {
    private final World world;
    private final DeterministicIds ids = new DeterministicIds();

    /** Works on {@code world}. */
    public Sources(World world) {
        this.world = world;
    }

    /** The sources of whoever is signed in on {@code browser}. */
    public List<UserReport.SourceSummary> of(Browser browser) {
        UserId user = new UserId(browser.signedInAs());
        return Objects.requireNonNull(world.ports().reports().find(user)).sources();
    }

    /** The one source of whoever is signed in on {@code browser}. */
    public UserReport.SourceSummary only(Browser browser) {
        return of(browser).get(0);
    }

    /** Imports it without any history: it is populated. */
    public void populate(SourceId source) {
        populate(source, List.of());
    }

    /** Imports it with this history: it is populated. */
    public void populate(SourceId source, List<LedgerTransaction> history) {
        Begun run = begin(source);
        Instant now = world.clock().instant();
        world.ports().sourceImports().store(run, history, "cursor", now);
        world.ports().sourceImports().bindAccount(run, new AccountReference("acct-" + source.value()), now);
        world.ports().sourceImports().complete(run, now);
        world.ports().observed().endQueuedImports();
    }

    /** Ends its import without success. */
    public void fail(SourceId source, SourceFailure failure) {
        world.ports().sourceImports().fail(begin(source), failure, world.clock().instant());
        world.ports().observed().endQueuedImports();
    }

    /** Begins a run, as a worker would that has picked the source. */
    public Begun begin(SourceId source) {
        return Objects.requireNonNull(world.ports()
                .sourceImports()
                .begin(source, ids.importRunId(), world.clock().instant()));
    }
}
