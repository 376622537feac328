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

    /** That there has to be one. */
    static String missing(Environment environment) {
        return Keys.MASTER_KEY.name() + " is required in " + environment.apiName()
                + ": make one with 'gangway keys generate' and keep it safe";
    }

    /**
     * The master key of a configuration, whatever that was read for.
     *
     * @throws Refusal if none was given, and none can or may be kept
     */
    public static MasterKey current(Configuration configuration) {
        MasterKey given = configuration.masterKeys().current();
        if (given != null) {
            return given;
        }
        if (configuration.environment().isStrict()) {
            throw new Refusal(missing(configuration.environment()) + ".");
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
