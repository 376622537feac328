package dev.gangway.adapters.http.wire;

import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.NetworkAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells where a request comes from when proxies stand before this server. Each of them adds whom it was called by to the
 * right of {@code X-Forwarded-For}; anybody can have written what stands to the left of that. So it is read from the right,
 * as far as those who wrote it are trusted proxies. {@code Forwarded} (RFC 7239) is not read: a proxy that writes one of the
 * two passes the other on as its caller made it up.
 */
public final class ClientAddresses {
    private final List<AddressRange> trusted;

    /** Believes {@code trusted} alone. */
    public ClientAddresses(List<AddressRange> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * The address of the nearest machine that is no trusted proxy, in one spelling.
     *
     * @param peer who holds the other end of the connection
     * @param forwarded every {@code X-Forwarded-For} of the request, in order
     */
    public String of(String peer, List<String> forwarded) {
        NetworkAddress client = parse(peer);
        if (client == null) {
            return peer;
        }
        if (!trusted.isEmpty()) {
            List<String> hops = hops(forwarded);
            for (int i = hops.size() - 1; i >= 0 && isTrusted(client); i--) {
                NetworkAddress caller = parse(hops.get(i));
                if (caller == null) {
                    // what the proxy could not tell, nobody before it can
                    break;
                }
                client = caller;
            }
        }
        return client.toString();
    }

    private boolean isTrusted(NetworkAddress address) {
        return trusted.stream().anyMatch(range -> range.contains(address));
    }

    private static List<String> hops(List<String> forwarded) {
        List<String> hops = new ArrayList<>();
        for (String line : forwarded) {
            hops.addAll(List.of(line.split(",", -1)));
        }
        return hops;
    }

    /** An address, in brackets and with a port or without, a zone aside; null for anything else. */
    private static @Nullable NetworkAddress parse(String text) {
        String hop = text.strip();
        if (hop.startsWith("[")) {
            int end = hop.indexOf(']');
            return end < 0 || !isPort(hop.substring(end + 1))
                    ? null
                    : NetworkAddress.parse(withoutZone(hop.substring(1, end)));
        }
        int colon = hop.indexOf(':');
        if (colon >= 0 && colon == hop.lastIndexOf(':')) {
            return isPort(hop.substring(colon)) ? NetworkAddress.parse(hop.substring(0, colon)) : null;
        }
        return NetworkAddress.parse(withoutZone(hop));
    }

    private static boolean isPort(String text) {
        return text.isEmpty() || text.matches(":[0-9]{1,5}");
    }

    private static String withoutZone(String address) {
        int zone = address.indexOf('%');
        return zone < 0 ? address : address.substring(0, zone);
    }
}
