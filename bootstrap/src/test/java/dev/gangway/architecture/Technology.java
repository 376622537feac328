package dev.gangway.architecture;

import dev.gangway.architecture.House.Room;
import dev.gangway.architecture.seeded.adapters.exchanges.CallsAnybody;
import dev.gangway.architecture.seeded.adapters.exchanges.Hashes;
import dev.gangway.architecture.seeded.adapters.exchanges.SignsWithALibrary;
import dev.gangway.architecture.seeded.adapters.http.CallsOut;
import dev.gangway.architecture.seeded.adapters.http.Injects;
import dev.gangway.architecture.seeded.adapters.http.MakesAUlid;
import dev.gangway.architecture.seeded.adapters.http.TakesAConnection;
import dev.gangway.architecture.seeded.adapters.http.WritesTheLogFile;
import dev.gangway.architecture.seeded.adapters.outbound.Parses;
import dev.gangway.architecture.seeded.adapters.persistence.Commands;
import dev.gangway.architecture.seeded.adapters.persistence.Encrypts;
import dev.gangway.architecture.seeded.adapters.persistence.Renders;
import dev.gangway.architecture.seeded.adapters.persistence.Serves;
import dev.gangway.architecture.seeded.adapters.persistence.Tabulates;
import dev.gangway.architecture.seeded.adapters.persistence.Typesets;
import dev.gangway.architecture.seeded.application.Logs;
import dev.gangway.architecture.seeded.bootstrap.HashesToo;
import dev.gangway.architecture.seeded.domain.Queries;
import java.util.List;

/**
 * What only some rooms may know.
 *
 * @param name what people call it
 * @param home who may know it
 * @param packages where it is
 * @param seeds who knows it in the seeded house and should not
 */
record Technology(String name, List<Room> home, List<String> packages, List<Class<?>> seeds) {
    /** Everything is wired through plain constructors but in bootstrap, so that another service can embed it. */
    private static final Technology INJECTION = new Technology(
            "an injector",
            List.of(Room.BOOTSTRAP),
            List.of("com.google.inject..", "jakarta.inject.."),
            List.of(Injects.class));

    private static final Technology WEB_SERVER = new Technology(
            "a web server",
            List.of(Room.HTTP, Room.BOOTSTRAP),
            List.of("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet.."),
            List.of(Serves.class));

    private static final Technology TEMPLATES =
            new Technology("templates", List.of(Room.HTTP), List.of("gg.jte.."), List.of(Renders.class));

    private static final Technology CSV =
            new Technology("CSV", List.of(Room.HTTP), List.of("de.siegmar.fastcsv.."), List.of(Tabulates.class));

    private static final Technology DOCUMENTS = new Technology(
            "documents",
            List.of(Room.HTTP),
            List.of("org.apache.pdfbox..", "org.apache.fontbox.."),
            List.of(Typesets.class));

    private static final Technology DATABASE = new Technology(
            "a database",
            List.of(Room.PERSISTENCE, Room.BOOTSTRAP),
            List.of(
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "com.github.kagkarlsson..",
                    "com.zaxxer.hikari..",
                    "org.h2..",
                    "org.postgresql.."),
            List.of(TakesAConnection.class, Queries.class));

    private static final Technology OUTBOUND_HTTP = new Technology(
            "outbound HTTP",
            List.of(Room.EXCHANGES, Room.BOOTSTRAP),
            List.of("java.net.http.."),
            List.of(CallsOut.class));

    /** Its connections can be pinned to addresses that were checked, which those of the platform's client cannot. */
    private static final Technology PINNED_HTTP = new Technology(
            "outbound HTTP to addresses that others name",
            List.of(Room.OUTBOUND),
            List.of("org.apache.hc.."),
            List.of(CallsAnybody.class));

    private static final Technology COMMAND_LINE =
            new Technology("the command line", List.of(Room.BOOTSTRAP), List.of("picocli.."), List.of(Commands.class));

    private static final Technology JSON = new Technology(
            "JSON",
            List.of(Room.HTTP, Room.EXCHANGES, Room.PERSISTENCE, Room.CRYPTO, Room.BOOTSTRAP),
            List.of("com.fasterxml.jackson.."),
            List.of(Parses.class));

    /** The library makes ids of the machine's clock and dice, both of which come in through a port. */
    private static final Technology ULIDS =
            new Technology("ULIDs", List.of(Room.CRYPTO), List.of("com.github.f4b6a3.."), List.of(MakesAUlid.class));

    private static final Technology LOGGING = new Technology(
            "logging",
            List.of(Room.HTTP, Room.EXCHANGES, Room.PERSISTENCE, Room.CRYPTO, Room.BOOTSTRAP),
            List.of("org.slf4j.."),
            List.of(Logs.class));

    private static final Technology LOG_OUTPUT = new Technology(
            "the log's output", List.of(Room.BOOTSTRAP), List.of("ch.qos.logback.."), List.of(WritesTheLogFile.class));

    /** One room to look through in a review. TLS is the platform's business and lies in {@code javax.net.ssl}. */
    private static final Technology CRYPTOGRAPHY = new Technology(
            "cryptography",
            List.of(Room.CRYPTO),
            List.of("java.security..", "javax.crypto..", "com.nimbusds.."),
            List.of(Hashes.class, SignsWithALibrary.class, Encrypts.class, HashesToo.class));

    /** All of them. */
    static final List<Technology> ALL = List.of(
            INJECTION,
            WEB_SERVER,
            TEMPLATES,
            CSV,
            DOCUMENTS,
            DATABASE,
            OUTBOUND_HTTP,
            PINNED_HTTP,
            COMMAND_LINE,
            JSON,
            ULIDS,
            LOGGING,
            LOG_OUTPUT,
            CRYPTOGRAPHY);

    /** Whether it is the one that the fictional exchange may know too. */
    boolean isCryptography() {
        return this.equals(CRYPTOGRAPHY);
    }
}
