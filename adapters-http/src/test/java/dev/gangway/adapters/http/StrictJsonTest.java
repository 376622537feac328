package dev.gangway.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.gangway.adapters.http.support.Bodies;
import dev.gangway.adapters.http.support.Reply;
import dev.gangway.adapters.http.support.Site;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies that are not what they should be: each is a 400 that names every fault and repeats no value. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StrictJsonTest {
    private Site site;

    @BeforeAll
    void open() {
        site = Site.open();
    }

    @AfterAll
    void close() {
        site.close();
    }

    @Test
    void allOffendingFieldsAreListedAtOnce() {
        Reply reply = site.register("""
                {"email": 7, "name": "\\u0000", "surname": {"a": [1]}, "jurisdiction": "",
                 "discount_code": false, "partner_user_id": "me@example.com", "extra": "a value", "extra": 2,
                 "api_credentials": [
                   {"exchange_name": "BITSTAMP", "api_key": "short", "api_secret": 12345678901, "api_pass": "x"},
                   7,
                   {"exchange_name": "SIXPENCE", "exchange_name": "KRAKEN", "api_key": "0123456789"}]}
                """);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(reply.errors())
                .containsExactlyInAnyOrder(
                        "email WRONG_TYPE",
                        "name INVALID_CHARACTER",
                        "surname WRONG_TYPE",
                        "jurisdiction REQUIRED",
                        "partner_source REQUIRED",
                        "discount_code WRONG_TYPE",
                        "partner_user_id NOT_ALLOWED",
                        "extra UNKNOWN_FIELD",
                        "api_credentials[0].exchange_name NOT_ALLOWED",
                        "api_credentials[0].api_key TOO_SHORT",
                        "api_credentials[0].api_secret WRONG_TYPE",
                        "api_credentials[0].api_pass UNKNOWN_FIELD",
                        "api_credentials[1] WRONG_TYPE",
                        "api_credentials[2].exchange_name DUPLICATE_FIELD",
                        "api_credentials[2].api_secret REQUIRED");
        assertThat(reply.text()).doesNotContain("a value", "short\"", "BITSTAMP", "12345678901");
    }

    static Stream<String> malformed() {
        String valid = Bodies.of("a@example.com");
        return Stream.of(
                "",
                " ",
                "null",
                "[]",
                "\"text\"",
                "7",
                "{",
                "{}}",
                valid + "x",
                valid + valid,
                valid.substring(1),
                valid.substring(0, valid.length() - 1),
                "{\"email\": NaN}",
                "{\"email\": Infinity}",
                "{\"email\": 'a'}",
                "{email: \"a\"}",
                "{\"email\": \"a\",}",
                "{\"email\": \"a\" // no\n}",
                "{\"email\": \"a\tb\"}",
                "{\"email\": \"\\x\"}",
                "{\"email\": \"\\ud8\"}",
                "{\"email\": 01}",
                "{\"email\": +1}",
                "{\"email\": .5}",
                "{\"email\": truth}",
                "\uFEFF" + valid,
                "[".repeat(100_000),
                "{\"a\":".repeat(40_000),
                "{\"x\": " + "[".repeat(50) + "]".repeat(50) + "}");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatIsNotOneJsonObjectIsMalformed(String body) {
        Reply reply = site.register(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(reply.json().has("errors")).isFalse();
        assertThat(reply.text()).doesNotContain("jackson", "Exception", "example.com");
    }

    @Test
    void thePlaceOfAFaultIsTold() {
        Reply reply = site.register("{\n  \"email\": \"a\",\n  oops\n}");

        assertThat(reply.json().get("detail").asText()).contains("line 3", "column");
    }

    static Stream<byte[]> notUtf8() {
        return Stream.of(
                bytes(0x80),
                bytes(0xC0, 0xAF),
                bytes(0xED, 0xA0, 0x80),
                bytes(0xF4, 0x90, 0x80, 0x80),
                bytes(0xFF),
                bytes(0xE9),
                bytes(0xF0, 0x9F, 0x98));
    }

    @ParameterizedTest
    @MethodSource("notUtf8")
    void invalidUtf8IsRefused(byte[] sequence) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write("{\"name\":\"".getBytes(StandardCharsets.US_ASCII));
        body.write(sequence);
        body.write("\"}".getBytes(StandardCharsets.US_ASCII));

        Reply reply = site.register(BodyPublishers.ofByteArray(body.toByteArray()), "Content-Type", "application/json");

        assertThat(reply.code()).isEqualTo("MALFORMED_REQUEST");
        assertThat(reply.json().get("detail").asText()).contains("UTF-8");
    }

    @Test
    void utf16IsRefused() {
        Reply reply = site.register(
                BodyPublishers.ofByteArray(Bodies.of("a@example.com").getBytes(StandardCharsets.UTF_16LE)),
                "Content-Type",
                "application/json");

        assertThat(reply.code()).isEqualTo("MALFORMED_REQUEST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\ud800", "\\udc00x", "\\ud800\\ud800", "\\u0000", "\\u009f", "\\n"})
    void loneSurrogatesAndControlCharactersAreRefused(String escape) {
        Reply reply = site.register(Bodies.of("a@example.com").replace("Jordan", "J" + escape));

        assertThat(reply.errors()).containsExactly("name INVALID_CHARACTER");
    }

    @Test
    void surrogatePairsAndEscapesAreCharacters() {
        Reply reply = site.register(Bodies.of("smile@example.com").replace("Jordan", "\\ud83d\\ude00".repeat(100)));

        assertThat(reply.status()).as("100 code points").isEqualTo(201);
    }

    @Test
    void aDuplicateIsReportedOnceWhateverItsValues() {
        Reply reply = site.register(
                Bodies.of("a@example.com").replace("{\"email\"", "{\"email\":null,\"email\":7,\"email\""));

        assertThat(reply.errors()).containsExactly("email DUPLICATE_FIELD");
    }

    @Test
    void unknownNamesAreShownSafelyAndShort() {
        Reply reply = site.register(Bodies.of("a@example.com", body -> {
            body.put("<script>\u0001\"é", 1);
            body.put("n".repeat(5000), 1);
            body.put("", 1);
        }));

        assertThat(reply.errors())
                .containsExactlyInAnyOrder(
                        "?script????? UNKNOWN_FIELD".replace("?????", "????"),
                        "n".repeat(64) + "... UNKNOWN_FIELD",
                        " UNKNOWN_FIELD");
    }

    @Test
    void anAnswerDoesNotGrowWithTheNumberOfUnknownMembers() {
        StringBuilder body = new StringBuilder("{");
        for (int i = 0; i < 20_000; i++) {
            body.append("\"m").append(i).append("\":1,");
        }
        Reply reply = site.register(body.append("\"x\":1}").toString());

        assertThat(reply.errors()).hasSizeBetween(100, 110);
        assertThat(reply.text()).hasSizeLessThan(20_000);
    }

    @Test
    void noneAndSixteenCredentialsAreTooFewAndTooMany() {
        assertThat(site.register(Bodies.of("a@example.com", body -> body.putArray("api_credentials")))
                        .errors())
                .containsExactly("api_credentials REQUIRED");
        assertThat(site.register(Bodies.of("a@example.com", body -> body.putNull("api_credentials")))
                        .errors())
                .containsExactly("api_credentials REQUIRED");
        assertThat(site.register(Bodies.of("a@example.com", body -> body.putObject("api_credentials")))
                        .errors())
                .containsExactly("api_credentials WRONG_TYPE");
        Reply sixteen = site.register(Bodies.of("a@example.com", body -> {
            ArrayNode items = (ArrayNode) body.get("api_credentials");
            ObjectNode item = (ObjectNode) items.get(0);
            for (int i = 1; i < 16; i++) {
                items.add(item.deepCopy().put("api_key", "another-key-" + i));
            }
        }));
        assertThat(sixteen.errors()).containsExactly("api_credentials TOO_LONG");
    }

    @Test
    void limitsCountCodePoints() {
        assertThat(site.register(Bodies.of("a@example.com", body -> body.put("name", "n".repeat(101))))
                        .errors())
                .containsExactly("name TOO_LONG");
        assertThat(site.register(Bodies.of("a@example.com", body -> body.put("discount_code", "d".repeat(51))))
                        .errors())
                .containsExactly("discount_code TOO_LONG");
        assertThat(site.register(Bodies.of("a@example.com", body -> body.put("jurisdiction", "R")))
                        .errors())
                .containsExactly("jurisdiction INVALID_FORMAT");
        assertThat(site.register(Bodies.of("a".repeat(250) + "@example.com")).errors())
                .containsExactly("email TOO_LONG");
        assertThat(site.register(Bodies.of(
                                "a@example.com",
                                body -> ((ObjectNode) body.at("/api_credentials/0"))
                                        .put("api_key", "k".repeat(4097))
                                        .put("api_secret", "s".repeat(9))))
                        .errors())
                .containsExactly("api_credentials[0].api_key TOO_LONG", "api_credentials[0].api_secret TOO_SHORT");
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
