package dev.gangway.bootstrap.server;

import dev.gangway.bootstrap.terminal.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Finds out whether a port can be had before anything is started on it. */
public final class Ports {
    private Ports() {}

    /**
     * The port that a server is to listen on: {@code port}, or a free one for 0.
     *
     * @throws Refusal if it is taken or cannot be had
     */
    public static int claim(String host, int port) {
        InetAddress address;
        try {
            address = InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new Refusal("GANGWAY_HOST must be an address of this machine, not '" + host + "'.");
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw taken(port);
        }
    }

    static Refusal taken(int port) {
        return new Refusal("Port " + port
                + " is taken, or not for this user to listen on: choose another with --port or" + " GANGWAY_PORT.");
    }
}
