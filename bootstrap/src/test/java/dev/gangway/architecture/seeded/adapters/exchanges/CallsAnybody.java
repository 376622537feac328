package dev.gangway.architecture.seeded.adapters.exchanges;

import org.apache.hc.core5.util.Timeout;

/** The client for strangers' addresses among exchanges. */
public record CallsAnybody(Timeout timeout) {}
