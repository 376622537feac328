package dev.gangway.application.partner;

/** What a partner brings along for a credential whose secret half it keeps to itself; nothing of it is checked yet. */
public sealed interface BroughtKey {
    /** A public key, PEM. */
    record Pem(String text) implements BroughtKey {}

    /** Where a set of public keys is published. */
    record SetAddress(String url) implements BroughtKey {}
}
