package dev.gangway.bootstrap.cli;

import dev.gangway.application.partner.BroughtKey;
import dev.gangway.application.partner.KeyFault;
import dev.gangway.bootstrap.terminal.Refusal;
import dev.gangway.bootstrap.terminal.Terminal;
import dev.gangway.domain.apikey.CredentialType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The key that a partner brings along. */
final class KeyChoice {
    /** Standard input. */
    private static final String STANDARD_INPUT = "-";

    /** More bytes than any key has. */
    private static final int LONGEST = 65_536;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "For public-key: the partner's public key, PEM; - reads standard input.")
    private @Nullable String publicKey;

    @Option(
            names = "--jwks-url",
            paramLabel = "URL",
            description = "For jwks: where the partner publishes its keys, https.")
    private @Nullable String address;

    /** What was given, null for nothing. */
    @Nullable
    BroughtKey read(Terminal terminal) {
        if (publicKey != null && address != null) {
            throw new Refusal("Give --public-key or --jwks-url, not both.");
        }
        if (publicKey != null) {
            return new BroughtKey.Pem(pem(terminal, publicKey));
        }
        return address == null ? null : new BroughtKey.SetAddress(address);
    }

    private static String pem(Terminal terminal, String file) {
        try (InputStream in = file.equals(STANDARD_INPUT) ? terminal.in() : Files.newInputStream(Path.of(file))) {
            byte[] bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new Refusal(named(file) + " is too long for a public key.");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (NoSuchFileException | InvalidPathException missing) {
            throw new Refusal("There is no file " + file + ".");
        } catch (CharacterCodingException binary) {
            throw new Refusal(named(file) + " is not a text: the key has to be PEM.");
        } catch (IOException unreadable) {
            throw new Refusal(named(file) + " cannot be read.");
        }
    }

    private static String named(String file) {
        return file.equals(STANDARD_INPUT) ? "Standard input" : file;
    }

    /** Why a credential of this type cannot be made with what was given. */
    static Refusal refusal(CredentialType type, KeyFault fault) {
        return new Refusal(
                switch (fault) {
                    case KeyFault.Missing missing -> missing(type);
                    case KeyFault.Unwanted unwanted -> unwanted(type);
                    case KeyFault.Invalid invalid ->
                        (type == CredentialType.JWKS ? "The address of the key set " : "The public key ")
                                + invalid.explanation() + ".";
                });
    }

    private static String missing(CredentialType type) {
        return switch (type) {
            case PUBLIC_KEY ->
                "A public-key credential needs the partner's public key: give it with --public-key FILE.";
            case JWKS ->
                "A jwks credential needs the address of the partner's keys: give it with --jwks-url URL. Keys that"
                        + " change at the same address are read by themselves, without a rotation.";
            case BEARER, CLIENT_SECRET, SIGNING_KEY -> unwanted(type);
        };
    }

    private static String unwanted(CredentialType type) {
        return switch (type) {
            case PUBLIC_KEY -> "A public-key credential is made with --public-key, not with --jwks-url.";
            case JWKS -> "A jwks credential is made with --jwks-url, not with --public-key.";
            case BEARER, CLIENT_SECRET, SIGNING_KEY ->
                "The secret of a " + type.apiName()
                        + " credential is made here: leave out --public-key and --jwks-url, or issue one of type"
                        + " public-key or jwks.";
        };
    }
}
