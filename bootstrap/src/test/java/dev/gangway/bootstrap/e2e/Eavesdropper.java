package dev.gangway.bootstrap.e2e;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import dev.gangway.bootstrap.config.LogSettings;
import dev.gangway.bootstrap.log.Logging;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * Hears everything that is logged in this JVM, twice: as the server writes it to standard output, and as it was meant
 * before anything was blanked out, for the net must not be what keeps a secret.
 */
final class Eavesdropper implements AutoCloseable {
    private final PrintStream realOut = System.out;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ConcurrentLinkedQueue<String> meant = new ConcurrentLinkedQueue<>();
    private final Appender appender = new Appender();

    private final class Appender extends AppenderBase<ILoggingEvent> {
        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder text = new StringBuilder(event.getLoggerName())
                    .append(' ')
                    .append(event.getFormattedMessage())
                    .append(' ')
                    .append(event.getMDCPropertyMap());
            if (event.getKeyValuePairs() != null) {
                text.append(event.getKeyValuePairs());
            }
            append(text, event.getThrowableProxy());
            meant.add(text.toString());
        }

        private static void append(StringBuilder text, @Nullable IThrowableProxy thrown) {
            for (IThrowableProxy cause = thrown; cause != null; cause = cause.getCause()) {
                text.append('\n').append(cause.getClassName()).append(": ").append(cause.getMessage());
                for (IThrowableProxy suppressed : cause.getSuppressed()) {
                    append(text, suppressed);
                }
            }
        }
    }

    /** Sets the log up as {@code gangway serve} does, and listens. */
    Eavesdropper(LogSettings settings) {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        Logging.toStandardOutput(settings, true);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        appender.setContext(context);
        appender.start();
        root(context).addAppender(appender);
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Standard output, with the log. */
    String written() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What was logged, before any redaction. */
    String meant() {
        return String.join("\n", meant);
    }

    @Override
    public void close() {
        System.setOut(realOut);
        Logging.toStandardError();
    }
}
