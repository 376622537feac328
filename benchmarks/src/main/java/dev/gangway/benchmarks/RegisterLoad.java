package dev.gangway.benchmarks;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * Registers new users, each with one source, over keep-alive connections of its own, and prints one JSON line.
 *
 * <p>It shares the machine with what it measures, so it does as little as it can: blocking sockets, requests made of
 * bytes, answers read as far as their status and length. With a rate it is an open load: each request has its time to
 * be sent, and its latency counts from that time, so that a server that stalls cannot hide it (coordinated omission).
 */
public final class RegisterLoad {
    private final String host;
    private final int port;
    private final String token;
    private final String partnerSource;
    private final String run;
    private final AtomicLong sent = new AtomicLong();

    private RegisterLoad(String host, int port, String token, String partnerSource, String run) {
        this.host = host;
        this.port = port;
        this.token = token;
        this.partnerSource = partnerSource;
        this.run = run;
    }

    /**
     * {@code HOST PORT TOKEN PARTNER_SOURCE RUN CONNECTIONS SECONDS RATE}: RUN makes the e-mail addresses of one run
     * differ from another's; RATE is requests a second, 0 for as many as the server takes.
     */
    public static void main(String[] arguments) throws InterruptedException, ExecutionException {
        RegisterLoad load = new RegisterLoad(
                arguments[0], Integer.parseInt(arguments[1]), arguments[2], arguments[3], arguments[4]);
        Result result = load.run(
                Integer.parseInt(arguments[5]), Integer.parseInt(arguments[6]), Double.parseDouble(arguments[7]));
        System.out.println(result.json());
    }

    private Result run(int connections, int seconds, double rate) throws InterruptedException, ExecutionException {
        long start = System.nanoTime();
        long end = start + TimeUnit.SECONDS.toNanos(seconds);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Lane>> lanes = IntStream.range(0, connections)
                    .mapToObj(i -> threads.submit(() -> drive(start, end, rate)))
                    .toList();
            Result result = new Result();
            for (Future<Lane> lane : lanes) {
                result.add(lane.get());
            }
            result.seconds = (System.nanoTime() - start) / 1e9;
            return result;
        }
    }

    private Lane drive(long start, long end, double rate) throws IOException {
        Lane lane = new Lane();
        try (Socket socket = new Socket(host, port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
            while (true) {
                long number = sent.getAndIncrement();
                long due = rate > 0 ? start + (long) (number / rate * 1e9) : System.nanoTime();
                if (due >= end) {
                    return lane;
                }
                waitUntil(due);
                out.write(request(number));
                int status = readAnswer(in);
                lane.add(System.nanoTime() - due, status);
            }
        }
    }

    private static void waitUntil(long due) {
        long left = due - System.nanoTime();
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
    }

    private byte[] request(long number) {
        String body =
                "{\"email\":\"load+" + run + "." + number + "@example.com\",\"name\":\"Jordan\",\"surname\":\"Mensah\","
                        + "\"partner_source\":\"" + partnerSource + "\",\"jurisdiction\":\"RSA\",\"api_credentials\":[{"
                        + "\"exchange_name\":\"SIXPENCE\",\"api_key\":\"load_key_" + run + "_" + number
                        + "\",\"api_secret\":\"load_secret_" + run + "_" + number + "\"}]}";
        String head = "POST /api/v1/partner/register HTTP/1.1\r\nHost: " + host + "\r\nAuthorization: Bearer " + token
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Reads one answer with a Content-Length and returns its status. */
    private static int readAnswer(InputStream in) throws IOException {
        String statusLine = readLine(in);
        int length = 0;
        for (String line = readLine(in); !line.isEmpty(); line = readLine(in)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        in.skipNBytes(length);
        return Integer.parseInt(statusLine.substring(9, 12));
    }

    private static String readLine(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** What one connection saw. */
    private static final class Lane {
        private long[] nanos = new long[1 << 14];
        private int count;
        private int created;

        void add(long latency, int status) {
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, count * 2);
            }
            nanos[count++] = latency;
            if (status == 201) {
                created++;
            }
        }
    }

    /** What all of them saw. */
    private static final class Result {
        private long[] nanos = new long[0];
        private long created;
        private double seconds;

        void add(Lane lane) {
            int before = nanos.length;
            nanos = Arrays.copyOf(nanos, before + lane.count);
            System.arraycopy(lane.nanos, 0, nanos, before, lane.count);
            created += lane.created;
        }

        String json() {
            Arrays.sort(nanos);
            return String.format(
                    Locale.ROOT,
                    "{\"requests\":%d,\"created\":%d,\"seconds\":%.2f,\"per_second\":%.1f,"
                            + "\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"max_ms\":%.2f}",
                    nanos.length,
                    created,
                    seconds,
                    created / seconds,
                    percentile(0.50),
                    percentile(0.99),
                    percentile(1.0));
        }

        private double percentile(double share) {
            return nanos.length == 0 ? 0 : nanos[(int) Math.ceil(share * nanos.length) - 1] / 1e6;
        }
    }
}
