package dev.gangway.adapters.outbound;

import java.net.UnknownHostException;

/** A name that leads to an address which may not be called; the name is as good as unknown. */
final class ForbiddenAddress extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddress(String host) {
        super(host + " leads to an address that is not of the public internet");
    }
}
