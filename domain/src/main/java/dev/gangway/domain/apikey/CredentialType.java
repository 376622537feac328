package dev.gangway.domain.apikey;

/** How a partner credential proves its holder. */
public enum CredentialType {
    /** A random token, stored as its SHA-256 only (seed 000). */
    BEARER("bearer");

    private final String apiName;

    CredentialType(String apiName) {
        this.apiName = apiName;
    }

    /** The name on the command line and in the API. */
    public String apiName() {
        return apiName;
    }
}
