package dev.gangway.application.auth.port;

/** SHA-256 of what comes in pieces and is not kept. */
@FunctionalInterface
public interface ContentHashes {
    /** A hash of nothing yet. */
    ContentHash start();

    /** One hash in the making; for one thread. */
    interface ContentHash {
        /** Adds the first {@code length} bytes. */
        void add(byte[] bytes, int length);

        /** The hash in 64 lower-case hexadecimal digits. Nothing can be added any more. */
        String hex();
    }
}
