package dev.gangway.architecture.seeded.adapters.exchanges;

import com.nimbusds.jose.JWSObject;

/** A signature outside the crypto room. */
public record SignsWithALibrary(JWSObject signed) {}
