package dev.gangway.bootstrap.config;

import dev.gangway.adapters.crypto.MasterKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The master key that sandbox and development keep in the data folder, for there nobody should have to make one. */
public final class MasterKeyFile {
    private static final String NAME = "master.key";
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private MasterKeyFile() {}

    /**
     * A master key and where it is.
     *
     * @param made whether it was made just now
     */
    public record Kept(MasterKey key, Path file, boolean made) {}

    /**
     * The key in {@code folder}, made if there is none. Of any number of processes that do so at once, all get the same.
     *
     * @throws IOException if the folder cannot be used; the message is a plain sentence
     */
    public static Kept in(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        MasterKey known = read(file);
        if (known != null) {
            return new Kept(known, file, false);
        }
        MasterKey key = MasterKey.generate();
        boolean made;
        try {
            made = publish(folder, file, key.text().value());
        } catch (IOException unwritable) {
            throw new IOException(
                    "The folder " + folder + " cannot hold a master key: it cannot be written.", unwritable);
        }
        MasterKey winner = read(file);
        if (winner == null) {
            throw new IOException("The master key " + file + " was removed at this very moment.");
        }
        return new Kept(winner, file, made);
    }

    private static @Nullable MasterKey read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return null;
        }
        String text;
        try {
            text = Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IOException("The master key " + file + " cannot be read.", unreadable);
        }
        try {
            return MasterKey.parse(text);
        } catch (IllegalArgumentException malformed) {
            throw new IOException(
                    "The master key " + file + " is damaged: " + malformed.getMessage()
                            + ". Without it, what this data folder's database seals cannot be opened.",
                    malformed);
        }
    }

    /** Writes a complete file under another name first, so that nobody ever reads half a key. */
    private static boolean publish(Path folder, Path file, String text) throws IOException {
        Files.createDirectories(folder);
        boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
        FileAttribute<?>[] attributes = posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)}
                : new FileAttribute<?>[0];
        Path draft = Files.createTempFile(folder, NAME, ".draft", attributes);
        try {
            Files.write(draft, (text + "\n").getBytes(StandardCharsets.UTF_8));
            try {
                Files.createLink(file, draft);
            } catch (FileAlreadyExistsException lost) {
                throw lost;
            } catch (UnsupportedOperationException | FileSystemException noLinks) {
                // a file system without hard links says so in one of these two ways
                Files.move(draft, file);
            }
            return true;
        } catch (FileAlreadyExistsException lost) {
            return false;
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
