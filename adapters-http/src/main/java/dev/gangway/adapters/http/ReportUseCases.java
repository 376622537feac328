package dev.gangway.adapters.http;

import dev.gangway.application.portfolio.DownloadGains;
import dev.gangway.application.portfolio.ViewGains;
import dev.gangway.application.portfolio.ViewHoldings;
import dev.gangway.application.report.DownloadLedger;
import dev.gangway.application.report.ViewLedger;
import dev.gangway.application.report.ViewReport;

/**
 * What the pages of the report do their work with.
 *
 * @param view reads its first page
 * @param holdings computes what is held
 * @param gains computes gains by tax year
 * @param gainsFile computes every disposal
 * @param ledger reads a page of the ledger
 * @param ledgerFile reads all of the ledger
 */
public record ReportUseCases(
        ViewReport view,
        ViewHoldings holdings,
        ViewGains gains,
        DownloadGains gainsFile,
        ViewLedger ledger,
        DownloadLedger ledgerFile) {}
