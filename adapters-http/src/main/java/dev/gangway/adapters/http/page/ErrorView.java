package dev.gangway.adapters.http.page;

import org.jspecify.annotations.Nullable;

/**
 * A request that could not be answered.
 *
 * @param status the HTTP status
 * @param title what happened, as a heading
 * @param detail what it means for the reader, in a plain sentence; nothing about the inside
 * @param requestId what to quote to the operator's support, if known
 */
public record ErrorView(
        int status, String title, String detail, @Nullable String requestId) {}
