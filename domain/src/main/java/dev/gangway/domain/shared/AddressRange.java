package dev.gangway.domain.shared;

import org.jspecify.annotations.Nullable;

/**
 * One address, or a block of addresses in CIDR notation (RFC 4632, RFC 4291) such as {@code 203.0.113.0/24} or
 * {@code 2001:db8::/32}, none of whose bits is set behind the prefix.
 */
public final class AddressRange {
    private final NetworkAddress start;
    private final int prefix;

    private AddressRange(NetworkAddress start, int prefix) {
        this.start = start;
        this.prefix = prefix;
    }

    /**
     * The range that {@code text} is.
     *
     * @param field named if it is none
     */
    public static AddressRange of(String field, String text) {
        int slash = text.indexOf('/');
        NetworkAddress start = NetworkAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (start == null) {
            throw invalid(field, "must be an IP address or a CIDR block");
        }
        if (slash < 0) {
            return new AddressRange(start, start.bits());
        }
        Integer prefix = prefix(text.substring(slash + 1), start.bits());
        // a block of mapped addresses would have to be counted anew, and nobody writes one
        if (prefix == null || (text.indexOf(':') >= 0 && start.bits() == 32)) {
            throw invalid(field, "must have a prefix of 0 to 32 bits for IPv4 and 0 to 128 for IPv6");
        }
        if (!start.endsAfter(prefix)) {
            throw invalid(field, "must not set a bit behind its prefix, so another address or prefix may be meant");
        }
        return new AddressRange(start, prefix);
    }

    private static @Nullable Integer prefix(String text, int bits) {
        if (text.isEmpty()
                || text.length() > 3
                || (text.length() > 1 && text.charAt(0) == '0')
                || !Ascii.consistsOf(text, 0, c -> c >= '0' && c <= '9')) {
            return null;
        }
        int prefix = Integer.parseInt(text);
        return prefix > bits ? null : prefix;
    }

    private static InvalidValue invalid(String field, String what) {
        return new InvalidValue(field, FieldError.INVALID_FORMAT, what);
    }

    /** Whether the address lies in it; an IPv4 address lies in no block of IPv6. */
    public boolean contains(NetworkAddress address) {
        return address.startsLike(start, prefix);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AddressRange range && prefix == range.prefix && start.equals(range.start);
    }

    @Override
    public int hashCode() {
        return start.hashCode() * 31 + prefix;
    }

    /** In one spelling, which {@link #of} reads. */
    @Override
    public String toString() {
        return prefix == start.bits() ? start.toString() : start + "/" + prefix;
    }
}
