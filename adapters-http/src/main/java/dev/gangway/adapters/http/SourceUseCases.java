package dev.gangway.adapters.http;

import dev.gangway.application.report.ViewProgress;
import dev.gangway.application.source.RefreshSource;
import dev.gangway.application.source.ReplaceSourceKey;
import dev.gangway.application.source.ViewSourceKey;
import dev.gangway.application.upload.ConfirmUpload;
import dev.gangway.application.upload.ReadUpload;

/**
 * What people do their work on their sources with.
 *
 * @param refresh brings a source up to date by hand
 * @param viewKey tells what to know before a key is replaced
 * @param replaceKey puts a new key into a source
 * @param progress tells how far imports have come
 * @param readUpload reads a file
 * @param confirmUpload stores what was in it
 */
public record SourceUseCases(
        RefreshSource refresh,
        ViewSourceKey viewKey,
        ReplaceSourceKey replaceKey,
        ViewProgress progress,
        ReadUpload readUpload,
        ConfirmUpload confirmUpload) {}
