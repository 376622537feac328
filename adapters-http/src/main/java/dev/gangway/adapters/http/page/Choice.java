package dev.gangway.adapters.http.page;

/**
 * One of several things that a form lets its reader choose from.
 *
 * @param value what the form sends
 * @param label what its reader sees
 * @param chosen whether it is chosen now
 */
public record Choice(String value, String label, boolean chosen) {}
