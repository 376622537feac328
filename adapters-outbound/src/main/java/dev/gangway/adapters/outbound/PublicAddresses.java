package dev.gangway.adapters.outbound;

import dev.gangway.domain.shared.AddressRange;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.shared.NetworkAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names to addresses of the public internet alone. The connection is made to what this returns and nothing is
 * resolved again, so that a name which changes its mind between check and call gains nothing. A name with one forbidden
 * address among others is refused: it was made for this.
 */
final class PublicAddresses implements DnsResolver {
    /** Of IANA's special-purpose registries, what is not reachable globally or leads somewhere else (RFC 6890). */
    private static final List<AddressRange> FORBIDDEN = ranges(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // looks public, and is the platform itself to whoever runs on Azure
            "168.63.129.16/32",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/3",
            // Teredo, ORCHID and other protocols' own; documentation; 6to4, which carries an IPv4 address; and SRv6
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** All that is routed of IPv6; private, link-local, mapped, translated (64:ff9b::/96) and multicast ones lie outside. */
    private static final AddressRange GLOBAL_V6 = AddressRange.of("range", "2000::/3");

    private static final List<AddressRange> LOOPBACK = ranges("127.0.0.0/8", "::1/128");

    private final Lookup lookup;
    private final boolean loopback;

    /** Asks for the addresses of a name. */
    @FunctionalInterface
    interface Lookup {
        /** All of them, at least one. */
        InetAddress[] all(String host) throws UnknownHostException;
    }

    /** @param loopback whether this machine may be called */
    PublicAddresses(boolean loopback) {
        this(InetAddress::getAllByName, loopback);
    }

    PublicAddresses(Lookup lookup, boolean loopback) {
        this.lookup = lookup;
        this.loopback = loopback;
    }

    private static List<AddressRange> ranges(String... blocks) {
        return Stream.of(blocks).map(block -> AddressRange.of("range", block)).toList();
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        if (isAmbiguous(host)) {
            throw new ForbiddenAddress(host);
        }
        InetAddress[] addresses = lookup.all(host);
        for (InetAddress address : addresses) {
            if (!isAllowed(address.getHostAddress())) {
                throw new ForbiddenAddress(host);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /**
     * Whether the host is a number in one of the spellings that readers differ on (127.1, 2130706433, 0x7f.1, 0177.0.0.1),
     * for no name of the internet ends in one, or has a zone of this machine's.
     */
    private static boolean isAmbiguous(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        String last = Ascii.lower(name.substring(name.lastIndexOf('.') + 1));
        boolean number = !last.isEmpty() && Ascii.consistsOf(last, 0, c -> c >= '0' && c <= '9');
        return host.indexOf('%') >= 0
                || ((number || last.startsWith("0x")) && host.indexOf(':') < 0 && NetworkAddress.parse(host) == null);
    }

    /** Whether an address may be called; one with a zone never. */
    boolean isAllowed(String text) {
        NetworkAddress address = NetworkAddress.parse(text);
        if (address == null) {
            return false;
        }
        if (loopback && isIn(LOOPBACK, address)) {
            return true;
        }
        return !isIn(FORBIDDEN, address) && (address.bits() == 32 || GLOBAL_V6.contains(address));
    }

    private static boolean isIn(List<AddressRange> ranges, NetworkAddress address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }
}
