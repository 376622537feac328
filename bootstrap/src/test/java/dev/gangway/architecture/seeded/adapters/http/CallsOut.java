package dev.gangway.architecture.seeded.adapters.http;

import java.net.http.HttpClient;

/** Outbound HTTP in the inbound adapter. */
public record CallsOut(HttpClient client) {}
