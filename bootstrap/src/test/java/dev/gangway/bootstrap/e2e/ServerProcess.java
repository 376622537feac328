package dev.gangway.bootstrap.e2e;

import dev.gangway.bootstrap.testkit.GangwayProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code gangway serve} as a process of its own, on any free port, which can be killed and paused. */
final class ServerProcess implements AutoCloseable {
    private static final Pattern READY = Pattern.compile("is ready in \\w+ at (http://\\S+) after");

    private final GangwayProcess process;
    private final URI baseUrl;

    private ServerProcess(GangwayProcess process) {
        this.process = process;
        this.baseUrl = address(process.awaitLine(line -> READY.matcher(line).find()));
    }

    /** Starts one, and returns when it is ready. */
    static ServerProcess start(Map<String, String> variables) {
        Map<String, String> all = new TreeMap<>(variables);
        all.put("GANGWAY_LOG_FORMAT", "text");
        GangwayProcess process = GangwayProcess.start(Scratch.folder(), all, "serve");
        try {
            return new ServerProcess(process);
        } catch (AssertionError failed) {
            process.close();
            throw failed;
        }
    }

    private static URI address(String line) {
        Matcher found = READY.matcher(line);
        if (!found.find()) {
            throw new AssertionError(line);
        }
        return URI.create(found.group(1));
    }

    URI baseUrl() {
        return baseUrl;
    }

    /** kill -9. */
    void kill() {
        process.kill();
    }

    /** What it has logged so far. */
    String log() {
        return process.err() + process.out();
    }

    /** Asks it to stop, as a service manager does, and waits until it has. */
    void stop() {
        int code = process.stop();
        if (code != 0) {
            throw new AssertionError("It ended with " + code + ": " + process.err());
        }
    }

    /** kill -STOP: alive, holding everything it holds, and doing nothing. */
    void pause() {
        signal("STOP");
    }

    /** kill -CONT. */
    void resume() {
        signal("CONT");
    }

    private void signal(String name) {
        try {
            int code = new ProcessBuilder(List.of("kill", "-" + name, Long.toString(process.pid())))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new AssertionError("kill -" + name + " ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
