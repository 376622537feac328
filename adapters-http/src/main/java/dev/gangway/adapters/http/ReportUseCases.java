package dev.gangway.adapters.http;

import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.application.report.ViewReport;

/**
 * What the pages of the report do their work with.
 *
 * @param view reads its first page
 * @param ledger reads a page of the ledger
 * @param ledgerFile reads all of the ledger
 */
public record ReportUseCases(ViewReport view, ViewLedger ledger, DownloadLedger ledgerFile) {}
