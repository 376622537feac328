package dev.gangway.application.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.ContentHashes;
import dev.gangway.application.auth.port.ContentHashes.ContentHash;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What every {@link ContentHashes} is held to. */
public interface ContentHashesContract {
    /** The hashes under test. */
    ContentHashes contentHashes();

    @Test
    default void nothingHasAHash() {
        assertThat(contentHashes().start().hex())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    default void piecesAreHashedAsTheWhole() {
        ContentHash hash = contentHashes().start();
        hash.add("abXX".getBytes(StandardCharsets.UTF_8), 2);
        hash.add(new byte[9], 0);
        hash.add("c".getBytes(StandardCharsets.UTF_8), 1);
        assertThat(hash.hex()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
