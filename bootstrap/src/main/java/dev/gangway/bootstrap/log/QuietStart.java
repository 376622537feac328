package dev.gangway.bootstrap.log;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.core.spi.ContextAwareBase;

/** Keeps logback from looking for files of its own when the first logger is made. */
public final class QuietStart extends ContextAwareBase implements Configurator {
    /** For the service loader. */
    public QuietStart() {}

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        Logging.quietly(context);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
