package dev.gangway.bootstrap.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.bootstrap.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Gangway as a process of its own, as the launcher starts it. */
public final class GangwayProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 90;

    private final Process process;
    private final Lines out;
    private final Lines err;

    private GangwayProcess(Process process) {
        this.process = process;
        this.out = new Lines(process.getInputStream());
        this.err = new Lines(process.getErrorStream());
    }

    /** Starts {@code gangway arguments…} in a folder with these variables and no others of ours. */
    public static GangwayProcess start(Path folder, Map<String, String> variables, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx160m",
                "-Dguice_custom_class_loading=CHILD",
                "-Dh2.bindAddress=127.0.0.1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary(folder),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("GANGWAY_"));
        builder.environment().putAll(variables);
        try {
            return new GangwayProcess(builder.start());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The folder for temporary files of processes that were started in {@code folder}. */
    public static Path temporary(Path folder) {
        try {
            return Files.createDirectories(folder.resolve("tmp"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Runs a command to its end. */
    public static CommandLineRun run(Path folder, Map<String, String> variables, String... arguments) {
        try (GangwayProcess started = start(folder, variables, arguments)) {
            int exitCode = started.awaitEnd();
            return new CommandLineRun(exitCode, started.out(), started.err());
        }
    }

    /** A port that nobody listens on now. */
    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The first line of standard output that fits, when it comes. */
    public String awaitLine(Predicate<String> wanted) {
        return out.await(wanted, this);
    }

    /** What {@code demo} says in its last line, when it comes. */
    public JsonNode awaitReady() {
        String line = awaitLine(text -> text.startsWith("ready {"));
        try {
            return new JsonMapper().readTree(line.substring("ready ".length()));
        } catch (IOException malformed) {
            throw new UncheckedIOException(line, malformed);
        }
    }

    /** Returns when {@code serve} says that it is ready. */
    public GangwayProcess awaitServing() {
        awaitLine(line -> line.contains(" is ready in "));
        return this;
    }

    /** Asks it to stop, as a service manager does, and waits until it has. Returns its exit code. */
    public int stop() {
        // by its handle: Process.destroy() would close the streams as well, and lose its last words
        process.toHandle().destroy();
        return awaitEnd();
    }

    /** Kills it with no chance to say anything, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        awaitEnd();
    }

    /** Its exit code, when it has ended. */
    public int awaitEnd() {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Still running: " + out() + err());
            }
            out.end.join();
            err.end.join();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** Standard output so far. */
    public String out() {
        return String.join("\n", out.lines);
    }

    /** Standard error so far. */
    public String err() {
        return String.join("\n", err.lines);
    }

    /** The process's id. */
    public long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** Reads a stream to its end, and tells of its lines. */
    private static final class Lines {
        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final CompletableFuture<Void> end = new CompletableFuture<>();

        Lines(InputStream stream) {
            // not a virtual thread: while it waits for a pipe, it keeps a carrier from all others
            Thread.ofPlatform().daemon().start(() -> read(stream));
        }

        private void read(InputStream stream) {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (this) {
                        lines.add(line);
                        notifyAll();
                    }
                }
            } catch (IOException closed) {
                // the process is gone
            } finally {
                synchronized (this) {
                    end.complete(null);
                    notifyAll();
                }
            }
        }

        @SuppressWarnings("WaitNotInLoop") // it is in one, with a deadline
        synchronized String await(Predicate<String> wanted, GangwayProcess owner) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (true) {
                for (String line : lines) {
                    if (wanted.test(line)) {
                        return line;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (end.isDone() || left <= 0) {
                    throw new AssertionError("It never said so: " + owner.out() + "\n" + owner.err());
                }
                try {
                    wait(left);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new AssertionError(interrupted);
                }
            }
        }
    }
}
