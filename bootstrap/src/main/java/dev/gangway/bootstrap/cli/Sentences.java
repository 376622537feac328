package dev.gangway.bootstrap.cli;

import dev.gangway.bootstrap.config.Visible;
import dev.gangway.bootstrap.terminal.Refusal;

/** What several commands say when they refuse. */
final class Sentences {
    private Sentences() {}

    static Refusal noSuchPartner(String reference) {
        return new Refusal("There is no partner '" + Visible.of(reference)
                + "': 'gangway partner list' shows those that are enrolled.");
    }

    static Refusal noSuchCredential(String id) {
        return new Refusal("There is no credential '" + Visible.of(id)
                + "': 'gangway partner credential list' shows those of a partner.");
    }
}
