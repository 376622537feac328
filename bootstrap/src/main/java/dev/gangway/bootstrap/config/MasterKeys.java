package dev.gangway.bootstrap.config;

import dev.gangway.adapters.crypto.MasterKey;
import dev.gangway.bootstrap.terminal.Refusal;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the master key that holds: the one that was given, else the one in the data folder. */
public final class MasterKeys {
    private static final Logger LOG = LoggerFactory.getLogger(MasterKeys.class);

    private MasterKeys() {}

    /**
     * The master key of a configuration that was read for more than a tool.
     *
     * @throws Refusal if none was given and none can be kept
     */
    public static MasterKey current(Configuration configuration) {
        MasterKey given = configuration.masterKeys().current();
        if (given != null) {
            return given;
        }
        try {
            MasterKeyFile.Kept kept = MasterKeyFile.in(configuration.dataDir());
            LOG.warn(
                    "{} the master key {} in {}: whoever has that file and the database can open every sealed"
                            + " credential. Production wants it in GANGWAY_MASTER_KEY.",
                    kept.made() ? "Made and keeping" : "Using",
                    kept.key().id(),
                    kept.file());
            return kept.key();
        } catch (IOException unusable) {
            throw new Refusal(String.valueOf(unusable.getMessage()));
        }
    }
}
