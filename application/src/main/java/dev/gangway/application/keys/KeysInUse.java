package dev.gangway.application.keys;

/**
 * The ids of the keys under which secrets are stored now.
 *
 * @param sealing seals them
 * @param fingerprints fingerprints those that are compared
 */
public record KeysInUse(String sealing, String fingerprints) {}
