package dev.gangway.bootstrap.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.Encoder;
import dev.gangway.bootstrap.config.LogFormat;
import dev.gangway.bootstrap.config.LogSettings;
import java.nio.file.Path;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Sets the log up from code: what a program's log looks like is not for a file on its class path to say. */
public final class Logging {
    private static final String PATTERN = "%d{HH:mm:ss.SSS} %-5level %logger{20} %X{request_id} %msg %kvp%n";

    /** Libraries that tell at INFO what is of use to their authors. */
    private static final List<String> CHATTY = List.of(
            "org.eclipse.jetty",
            "io.javalin",
            "com.zaxxer.hikari",
            "org.flywaydb",
            "com.github.kagkarlsson",
            "org.jdbi");

    private Logging() {}

    /**
     * A server's log: standard output.
     *
     * @param access whether every request is logged
     */
    public static void toStandardOutput(LogSettings settings, boolean access) {
        context().getLogger("gangway.access").setLevel(access ? null : Level.OFF);
        OutputStreamAppender<ILoggingEvent> console = console("System.out");
        install(context(), console, settings.format(), Level.toLevel(settings.level()));
    }

    /** A command's log: warnings on standard error, for people. */
    public static void toStandardError() {
        quietly(context());
    }

    /** A demonstration's log: a file, so that the terminal stays readable. */
    public static void toFile(Path file) {
        LoggerContext context = context();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        appender.setAppend(false);
        install(context, appender, LogFormat.TEXT, Level.INFO);
    }

    /** Before anybody has decided: as for a command. */
    static void quietly(LoggerContext context) {
        install(context, console("System.err"), LogFormat.TEXT, Level.WARN);
    }

    private static OutputStreamAppender<ILoggingEvent> console(String target) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setTarget(target);
        return console;
    }

    private static void install(
            LoggerContext context, OutputStreamAppender<ILoggingEvent> appender, LogFormat format, Level level) {
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        appender.setContext(context);
        appender.setEncoder(redacted(encoder(context, format), context));
        appender.start();
        Appender<ILoggingEvent> started = appender;
        root.addAppender(started);
        root.setLevel(level);
        Level chattyLevel = level.isGreaterOrEqual(Level.WARN) ? level : Level.WARN;
        for (String name : CHATTY) {
            context.getLogger(name).setLevel(chattyLevel);
        }
    }

    private static Encoder<ILoggingEvent> redacted(Encoder<ILoggingEvent> encoder, LoggerContext context) {
        RedactingEncoder redacting = new RedactingEncoder(encoder);
        redacting.setContext(context);
        redacting.start();
        return redacting;
    }

    private static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        return switch (format) {
            case JSON -> {
                JsonEncoder json = new JsonEncoder();
                json.setContext(context);
                json.setWithSequenceNumber(false);
                json.setWithNanoseconds(false);
                json.setWithContext(false);
                json.setWithFormattedMessage(true);
                json.setWithMessage(false);
                json.setWithArguments(false);
                json.start();
                yield json;
            }
            case TEXT -> {
                PatternLayoutEncoder text = new PatternLayoutEncoder();
                text.setContext(context);
                text.setPattern(PATTERN);
                text.start();
                yield text;
            }
        };
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
