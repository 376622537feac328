package dev.gangway.application.testkit.contract;

import dev.gangway.application.source.port.SourceImports;

/** What every {@link SourceImports} is held to: of runs, of what they store, and of accounts seen twice. */
public interface SourceImportsContract extends ImportRunsContract, ImportedHistoryContract, MergedSourcesContract {}
