package dev.gangway.domain.shared;

/**
 * Where a change came from, for the audit log.
 *
 * @param requestId the request's id, or the command's name
 * @param address the caller's network address, or {@code local} on the command line
 */
public record RequestOrigin(String requestId, String address) {}
