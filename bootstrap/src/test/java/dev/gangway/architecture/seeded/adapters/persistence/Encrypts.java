package dev.gangway.architecture.seeded.adapters.persistence;

import javax.crypto.Cipher;

/** A cipher outside the crypto room. */
public record Encrypts(Cipher cipher) {}
