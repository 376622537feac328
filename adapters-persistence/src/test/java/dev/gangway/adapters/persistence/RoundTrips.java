package dev.gangway.adapters.persistence;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a client and a PostgreSQL server and counts how often the client waits for an answer: each Sync of the
 * protocol is one round trip, however many statements went before it, and so is each simple query. BEGIN is none: the driver
 * sends it in one packet with the statement that follows. What makes a new connection of the pool ready is no work's either.
 */
final class RoundTrips implements AutoCloseable {
    private final ServerSocket listening;
    private final InetSocketAddress server;
    private final AtomicInteger count = new AtomicInteger();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private final String name;

    /** Stands before the server of {@code database}, a JDBC URL. */
    RoundTrips(String database) {
        URI address = URI.create(database.substring("jdbc:".length()));
        this.server = new InetSocketAddress(address.getHost(), address.getPort());
        this.name = address.getPath();
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Opens the database from here. */
    Database open() {
        return Database.open(DatabaseSettings.of("jdbc:postgresql://127.0.0.1:" + listening.getLocalPort() + name
                + "?user=postgres&sslmode=disable&gssEncMode=disable"));
    }

    /** How many round trips {@code work} takes. */
    int of(Runnable work) {
        int before = count.get();
        work.run();
        return count.get() - before;
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Socket upstream = new Socket(server.getAddress(), server.getPort());
                client.setTcpNoDelay(true);
                upstream.setTcpNoDelay(true);
                threads.execute(() -> forwardMessages(client, upstream));
                threads.execute(() -> forwardBytes(upstream, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void forwardMessages(Socket from, Socket to) {
        try (from;
                to) {
            DataInputStream in = new DataInputStream(from.getInputStream());
            OutputStream out = to.getOutputStream();
            out.write(read(in));
            boolean makingReady = false;
            while (true) {
                byte type = in.readByte();
                byte[] message = read(in);
                makingReady |= type == 'P' && text(message).contains("set_config");
                // counted before it is answered
                if ((type == 'S' && !makingReady) || (type == 'Q' && isWork(text(message)))) {
                    count.incrementAndGet();
                }
                makingReady &= type != 'S';
                out.write(type);
                out.write(message);
            }
        } catch (IOException closed) {
            // the client or the server has gone
        }
    }

    private static boolean isWork(String query) {
        return !query.startsWith("BEGIN") && !query.startsWith("SET ");
    }

    private static String text(byte[] message) {
        return new String(message, 4, message.length - 4, StandardCharsets.US_ASCII);
    }

    /** A message without its type: its length, which counts itself, and its content. */
    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        ByteBuffer message = ByteBuffer.allocate(length).putInt(length);
        in.readFully(message.array(), 4, length - 4);
        return message.array();
    }

    private static void forwardBytes(Socket from, Socket to) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            in.transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // the client or the server has gone
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
