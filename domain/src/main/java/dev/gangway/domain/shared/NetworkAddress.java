package dev.gangway.domain.shared;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An IP address, whichever way it is written. IPv4 in dotted decimal without leading zeros, which some read as octal; IPv6
 * as RFC 4291, 2.2 has it, without a zone. An IPv4 address mapped into IPv6 is the IPv4 address.
 */
public final class NetworkAddress {
    private static final int V4 = 4;
    private static final int V6 = 16;
    private static final int MAPPED = 12;
    private static final int GROUPS = 8;

    /** How many bytes of an IPv6 address name a network whose addresses its holder chooses from. */
    private static final int NETWORK = 8;

    private final byte[] bytes;

    private NetworkAddress(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The address that {@code text} is, or null if it is none. */
    public static @Nullable NetworkAddress parse(String text) {
        byte[] bytes = text.indexOf(':') >= 0 ? v6(text) : v4(text);
        if (bytes == null) {
            return null;
        }
        return new NetworkAddress(isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED, V6) : bytes);
    }

    /** How many bits it has: 32 or 128. */
    public int bits() {
        return bytes.length * 8;
    }

    /**
     * What one holder commonly has whole, so that counting anything finer would count nobody: the address itself, or the
     * first one of its 64 bit network for IPv6.
     */
    public NetworkAddress network() {
        return bytes.length == V4 ? this : new NetworkAddress(Arrays.copyOf(Arrays.copyOf(bytes, NETWORK), V6));
    }

    /** Whether its first {@code count} bits are those of {@code other}, which is of the same kind. */
    boolean startsLike(NetworkAddress other, int count) {
        if (bytes.length != other.bytes.length) {
            return false;
        }
        int whole = count / 8;
        if (!Arrays.equals(bytes, 0, whole, other.bytes, 0, whole)) {
            return false;
        }
        int rest = count % 8;
        return rest == 0 || (bytes[whole] & 0xff) >> (8 - rest) == (other.bytes[whole] & 0xff) >> (8 - rest);
    }

    /** Whether every bit from {@code count} on is zero. */
    boolean endsAfter(int count) {
        for (int bit = count; bit < bits(); bit++) {
            if ((bytes[bit / 8] & (0x80 >> (bit % 8))) != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != V6) {
            return false;
        }
        for (int i = 0; i < MAPPED; i++) {
            if (bytes[i] != (byte) (i < 10 ? 0 : 0xff)) {
                return false;
            }
        }
        return true;
    }

    private static byte @Nullable [] v4(String text) {
        String[] parts = text.split("\\.", -1);
        byte[] bytes = new byte[V4];
        if (parts.length != V4) {
            return null;
        }
        for (int i = 0; i < V4; i++) {
            String part = parts[i];
            if (part.isEmpty()
                    || part.length() > 3
                    || (part.length() > 1 && part.charAt(0) == '0')
                    || !Ascii.consistsOf(part, 0, c -> c >= '0' && c <= '9')) {
                return null;
            }
            int number = Integer.parseInt(part);
            if (number > 255) {
                return null;
            }
            bytes[i] = (byte) number;
        }
        return bytes;
    }

    private static byte @Nullable [] v6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] whole = groups(text);
            return whole != null && whole.length == V6 ? whole : null;
        }
        byte[] head = gap == 0 ? new byte[0] : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        byte[] tail = rest.isEmpty() ? new byte[0] : groups(rest);
        // the gap stands for at least one group of zeros
        if (head == null || tail == null || head.length + tail.length > V6 - 2 || endsInV4(text, gap)) {
            return null;
        }
        byte[] bytes = new byte[V6];
        put(head, bytes, 0);
        put(tail, bytes, V6 - tail.length);
        return bytes;
    }

    /** Whether dotted decimal stands before the gap, where it does not belong. */
    private static boolean endsInV4(String text, int gap) {
        return text.substring(0, gap).indexOf('.') >= 0;
    }

    /** Groups parted by colons, the last of which may be an IPv4 address. */
    private static byte @Nullable [] groups(String text) {
        String[] parts = text.split(":", -1);
        byte[] bytes = new byte[V6 + V4];
        int length = 0;
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            if (length >= V6) {
                return null;
            }
            if (i == parts.length - 1 && part.indexOf('.') >= 0) {
                byte[] v4 = v4(part);
                if (v4 == null) {
                    return null;
                }
                put(v4, bytes, length);
                length += V4;
            } else {
                if (part.isEmpty() || part.length() > 4 || !Ascii.consistsOf(part, 0, NetworkAddress::isHex)) {
                    return null;
                }
                int group = Integer.parseInt(part, 16);
                bytes[length++] = (byte) (group >> 8);
                bytes[length++] = (byte) group;
            }
        }
        return length > V6 ? null : Arrays.copyOf(bytes, length);
    }

    private static void put(byte[] part, byte[] into, int at) {
        for (int i = 0; i < part.length; i++) {
            into[at + i] = part[i];
        }
    }

    private static boolean isHex(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NetworkAddress address && Arrays.equals(bytes, address.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** In one spelling: dotted decimal, or as RFC 5952 has it, where {@code ::} stands for the longest row of zeros. */
    @Override
    public String toString() {
        return bytes.length == V4 ? dotted() : inGroups();
    }

    private String dotted() {
        StringBuilder text = new StringBuilder();
        for (byte part : bytes) {
            text.append(text.isEmpty() ? "" : ".").append(part & 0xff);
        }
        return text.toString();
    }

    private String inGroups() {
        int gap = 0;
        int longest = 0;
        for (int i = 0; i < GROUPS; i++) {
            int zeros = zerosFrom(i);
            if (zeros > longest) {
                gap = i;
                longest = zeros;
            }
        }
        // a single group of zeros is written out
        return longest < 2 ? groups(0, GROUPS) : groups(0, gap) + "::" + groups(gap + longest, GROUPS);
    }

    private int zerosFrom(int first) {
        int i = first;
        while (i < GROUPS && group(i) == 0) {
            i++;
        }
        return i - first;
    }

    private String groups(int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(i == from ? "" : ":").append(Integer.toHexString(group(i)));
        }
        return text.toString();
    }

    private int group(int i) {
        return (bytes[2 * i] & 0xff) << 8 | (bytes[2 * i + 1] & 0xff);
    }
}
