package dev.gangway.bootstrap.config;

import dev.gangway.adapters.crypto.MasterKey;
import org.jspecify.annotations.Nullable;

/**
 * The master keys that were given.
 *
 * @param current null for the one in the data folder
 * @param previous null for none
 */
public record MasterKeySettings(
        @Nullable MasterKey current, @Nullable MasterKey previous) {}
