package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * The page that takes a file.
 *
 * @param formToken the token that the form must send back
 * @param problem why the file that came could not be read, null before one came
 */
public record UploadView(String formToken, @Nullable String problem) {}
