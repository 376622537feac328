package dev.gangway.adapters.http.report;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes into a file of its own first, at the machine's speed, and sends that at the caller's: what holds a connection to
 * the database while it is written does not wait for a slow reader, and what fails is told as a failure.
 */
final class Spool {
    private Spool() {}

    /** Writes something. */
    @FunctionalInterface
    interface Writing {
        void writeTo(OutputStream out) throws IOException;
    }

    static void through(Writing writing, OutputStream caller) throws IOException {
        // readable by this process's user alone
        Path file = Files.createTempFile("gangway-", ".spool");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                writing.writeTo(out);
            }
            Files.copy(file, caller);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
