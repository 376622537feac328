package dev.gangway.bootstrap.e2e;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What is in a link, for those who want to know whether it leaks. */
final class Links {
    private Links() {}

    /** The token: the last part of the path. */
    static String token(URI link) {
        return link.getPath().substring(link.getPath().lastIndexOf('/') + 1);
    }

    /** The link's raw id. */
    static String id(URI link) {
        try {
            String claims =
                    new String(Base64.getUrlDecoder().decode(token(link).split("\\.")[1]), StandardCharsets.UTF_8);
            return Till.JSON.readTree(claims).path("jti").asText();
        } catch (JsonProcessingException notOurs) {
            throw new AssertionError(notOurs);
        }
    }

    /** What the database knows the link by. */
    static byte[] idHash(URI link) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id(link).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
