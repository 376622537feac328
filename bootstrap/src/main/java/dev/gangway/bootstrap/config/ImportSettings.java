package dev.gangway.bootstrap.config;

import dev.gangway.domain.source.RefreshInterval;
import dev.gangway.domain.source.RetryPolicy;

/**
 * How this node imports.
 *
 * @param workers how many imports at once, 0 for none
 * @param retries what happens when an exchange cannot be reached
 * @param refresh how often sources are brought up to date
 */
public record ImportSettings(int workers, RetryPolicy retries, RefreshInterval refresh) {}
