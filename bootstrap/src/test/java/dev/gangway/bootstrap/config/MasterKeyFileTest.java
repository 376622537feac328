package dev.gangway.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.adapters.crypto.MasterKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key that is kept for those who did not make one. */
class MasterKeyFileTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void itIsMadeOnceAndForItsOwnerAlone() throws IOException {
        MasterKeyFile.Kept first = MasterKeyFile.in(folder.resolve("new/data"));
        MasterKeyFile.Kept second = MasterKeyFile.in(folder.resolve("new/data"));
        assertThat(first.made()).isTrue();
        assertThat(second.made()).isFalse();
        assertThat(second.key()).isEqualTo(first.key());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(first.file())))
                .isEqualTo("rw-------");
    }

    @Test
    void whoeverComesAtOnceGetsTheSame() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            List<Future<MasterKeyFile.Kept>> all = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                Callable<MasterKeyFile.Kept> keep = () -> {
                    start.await();
                    return MasterKeyFile.in(folder);
                };
                all.add(threads.submit(keep));
            }
            start.countDown();
            List<MasterKey> keys = new ArrayList<>();
            int made = 0;
            for (Future<MasterKeyFile.Kept> one : all) {
                keys.add(one.get().key());
                made += one.get().made() ? 1 : 0;
            }
            assertThat(keys).containsOnly(keys.get(0));
            assertThat(made).isEqualTo(1);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).as("no draft is left behind").hasSize(1);
        }
    }

    @Test
    void aDamagedOneIsRefusedWithoutBeingRepeated() throws IOException {
        Files.writeString(folder.resolve("master.key"), "gwmk_damaged");
        assertThatThrownBy(() -> MasterKeyFile.in(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining("gwmk_damaged");
    }

    @Test
    void aFolderThatCannotBeOneIsToldPlainly() throws IOException {
        Path file = Files.createFile(folder.resolve("data"));
        assertThatThrownBy(() -> MasterKeyFile.in(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot hold a master key");
    }
}
