package dev.gangway.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are e-mail addresses, and which two are one person's. */
class EmailAddressTest {
    private static final String LOCAL_64 = "l".repeat(64);
    private static final String LABEL_63 = "d".repeat(63);

    static Stream<String> addresses() {
        return Stream.of(
                "a@b.co",
                "user@example.com",
                "first.last@sub.example.co.uk",
                "user+tag@example.com",
                "1234567890@example.com",
                "!#$%&'*+-/=?^_`{|}~@example.com",
                "-@example.com",
                "user@1.2.3.4",
                "user@example.museum",
                "user@123.example",
                "user@a-b.c--d.example",
                "user@xn--bcher-kva.example",
                LOCAL_64 + "@example.com",
                "user@" + LABEL_63 + ".com",
                // 255 characters: 64, the at sign, and a domain of 190
                LOCAL_64 + "@" + LABEL_63 + "." + LABEL_63 + "." + "d".repeat(62),
                // 253 characters of domain are as many as there can be
                "u@" + (LABEL_63 + ".").repeat(3) + "d".repeat(61),
                "user@b\u00FCcher.example",
                "user@\u4F8B\u3048.jp",
                "user@\u043F\u0440\u0438\u043C\u0435\u0440.\u0440\u0444",
                "user@\u0645\u062B\u0627\u0644.example");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void anAddressIsKeptAsGiven(String address) {
        assertThat(EmailAddress.of("email", address).value()).isEqualTo(address);
        assertThat(EmailAddress.matches(address)).isTrue();
    }

    static Stream<String> noAddresses() {
        return Stream.of(
                "user",
                "@",
                "@example.com",
                "user@",
                "user@example",
                "user@localhost",
                "user@@example.com",
                "user@example.com@example.com",
                "a b@example.com",
                " user@example.com",
                "user@example.com ",
                "user @example.com",
                "user@ example.com",
                "user@exa mple.com",
                // dots
                ".user@example.com",
                "user.@example.com",
                "us..er@example.com",
                "user@.example.com",
                "user@example.com.",
                "user@example..com",
                "user@.",
                // quoted strings, comments, literals, display names, routes, lists
                "\"user\"@example.com",
                "\"us er\"@example.com",
                "us\\er@example.com",
                "us\"er@example.com",
                "(comment)user@example.com",
                "user(comment)@example.com",
                "user@(comment)example.com",
                "user@example.com(comment)",
                "user@[127.0.0.1]",
                "user@[IPv6:::1]",
                "user@[",
                "User <user@example.com>",
                "<user@example.com>",
                "@route:user@example.com",
                "one@example.com,two@example.com",
                "one@example.com;two@example.com",
                "mailto:user@example.com",
                "user[1]@example.com",
                "user@example.com:25",
                "user@example.com/path",
                // labels
                "user@-example.com",
                "user@example-.com",
                "user@example.-com",
                "user@example.com-",
                "user@exa_mple.com",
                "user@exa!mple.com",
                "user@" + LABEL_63 + "d.com",
                // local parts
                LOCAL_64 + "l@example.com",
                "us\u00E9r@example.com",
                "\u0131user@example.com",
                "\u212Auser@example.com",
                "\uFF55ser@example.com",
                "us\u200Ber@example.com");
    }

    @ParameterizedTest
    @MethodSource("noAddresses")
    void anythingElseIsRefusedAsMalformed(String text) {
        InvalidValue invalid = catchThrowableOfType(InvalidValue.class, () -> EmailAddress.of("field", text));
        assertThat(invalid.field()).isEqualTo("field");
        assertThat(invalid.code()).isEqualTo(FieldError.INVALID_FORMAT);
        assertThat(EmailAddress.matches(text)).isFalse();
    }

    /** Names that the IDN rules of Java fold into another name: another person's domain. */
    static Stream<String> domainsThatFold() {
        return Stream.of(
                "exam\u00ADple.com", // soft hyphen
                "exam\u200Bple.com", // zero-width space
                "exam\u200Cple.com", // zero-width non-joiner
                "exam\u200Dple.com", // zero-width joiner
                "exam\u2060ple.com", // word joiner
                "exam\uFEFFple.com", // byte order mark
                "\uFF45xample.com", // full-width e
                "example\uFF0Ecom", // full-width dot
                "example\u3002com", // ideographic full stop
                "example\uFF61com", // half-width ideographic full stop
                "b\u00DCcher.example", // upper-case u umlaut
                "stra\u00DFe.example", // sharp s
                "\u212Aelvin.example", // Kelvin sign
                "\u0130stanbul.example", // capital i with dot
                "\u017Fo.example", // long s
                "\u03A3.example", // capital sigma
                "\u2460.example", // circled 1
                "\uFB01.example", // ligature fi
                "bu\u0308cher.example", // u and a combining umlaut
                "\u1E9Ee.example", // capital sharp s
                "xn--bcher-kva.b\u00FCcher.example"); // one label in each of the two forms
    }

    @ParameterizedTest
    @MethodSource("domainsThatFold")
    void aDomainThatWouldBecomeAnotherIsRefused(String domain) {
        assertThat(EmailAddress.matches("user@" + domain)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00FC..example",
                ".\u00FC.example",
                "\u00FC",
                "-\u00FC.example",
                "\u00FC-.example",
                "\u00FC_x.example",
                "\u00FC example.com",
                "\u202E\u00FC.example",
                "\u0378.example",
                "\uD83D\uDE00",
                "\u00FC\u3002",
                "\u3002",
                "\u3002\u3002",
                "xn--.\u00FC",
                "xn--\u00FC.example",
                "[\u00FC]",
                "\u0644\u0627a.example",
                "\uDB40\uDC01.example"
            })
    void aMalformedNameOutsideAsciiIsRefusedAndNeverAFault(String domain) {
        assertThat(EmailAddress.matches("user@" + domain)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "user@example.com, USER@EXAMPLE.COM",
        "user@example.com, User@Example.Com",
        "user@b\u00FCcher.example, User@B\u00FCCHER.Example",
        "user@b\u00FCcher.example, user@XN--BCHER-kva.example",
    })
    void addressesThatDifferInAsciiCaseOrInTheFormOfTheDomainAreOnePersons(String one, String other) {
        assertThat(EmailAddress.of("email", one))
                .isEqualTo(EmailAddress.of("email", other))
                .hasSameHashCodeAs(EmailAddress.of("email", other));
        assertThat(EmailAddress.of("email", one).canonical())
                .isEqualTo(EmailAddress.of("email", other).canonical());
    }

    @ParameterizedTest
    @CsvSource({
        "user@example.com, us.er@example.com",
        "user@example.com, user+tag@example.com",
        "user@example.com, user@example.co",
        "user@example.com, user@mail.example.com",
        "user@bucher.example, user@b\u00FCcher.example",
    })
    void everyOtherDifferenceIsAnotherPerson(String one, String other) {
        assertThat(EmailAddress.of("email", one)).isNotEqualTo(EmailAddress.of("email", other));
    }

    @Test
    void theCanonicalFormIsAsciiAndMayBeLongerThanTheAddress() {
        EmailAddress address = EmailAddress.of("email", "User@B\u00FCcher.example");
        assertThat(address.canonical()).isEqualTo("user@xn--bcher-kva.example");
        assertThat(address.domain()).isEqualTo("B\u00FCcher.example");
    }

    @Test
    void lengthsCountCodePointsOfTheAddressAndCharactersOfTheAsciiForm() {
        String full = LOCAL_64 + "@" + LABEL_63 + "." + LABEL_63 + "." + "d".repeat(62);
        assertThat(full).hasSize(255);
        assertThat(EmailAddress.matches(full)).isTrue();
        assertThat(catchThrowableOfType(InvalidValue.class, () -> EmailAddress.of("email", full + "d"))
                        .code())
                .isEqualTo(FieldError.TOO_LONG);
        String label = "\u4F8B\u3048".repeat(9);
        assertThat(EmailAddress.matches("u@" + (label + ".").repeat(3) + "jp")).isTrue();
        assertThat(EmailAddress.matches("u@" + (label + ".").repeat(12) + "jp")).isFalse();
        assertThat(EmailAddress.matches("u@" + "\u4F8B".repeat(64) + ".jp")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t"})
    void aBlankAddressIsMissing(String blank) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> EmailAddress.of("email", blank))
                        .code())
                .isEqualTo(FieldError.REQUIRED);
        assertThatThrownBy(() -> EmailAddress.of("email", null)).isInstanceOf(InvalidValue.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user\u0000@example.com",
                "user@example.com\n",
                "user@example.com\r\nBcc: a@b.co",
                "us\ter@example.com",
                "user@exam\u0085ple.com",
                "user@exam\uD800ple.com",
                "user@example.com\uDC00"
            })
    void controlCharactersAndLoneSurrogatesAreSaidToBeThat(String text) {
        assertThat(catchThrowableOfType(InvalidValue.class, () -> EmailAddress.of("email", text))
                        .code())
                .isEqualTo(FieldError.INVALID_CHARACTER);
    }

    @Test
    void whateverIsAcceptedIsAcceptedInItsCanonicalFormAndNothingIsEverAFault() {
        Random random = new Random(20261122);
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            String address = "u@" + anything(random) + ".com";
            try {
                EmailAddress email = EmailAddress.of("email", address);
                assertThat(EmailAddress.of("email", email.canonical())).isEqualTo(email);
                accepted++;
            } catch (InvalidValue expected) {
                assertThat(expected.field()).isEqualTo("email");
            }
        }
        assertThat(accepted).isPositive();
    }

    private static String anything(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(12);
        for (int i = 0; i < length; i++) {
            text.appendCodePoint(
                    switch (random.nextInt(8)) {
                        case 0, 1, 2 -> 'a' + random.nextInt(26);
                        case 3 -> '.';
                        case 4 -> '-';
                        case 5 -> random.nextInt(0x3000);
                        case 6 -> random.nextInt(0x10000);
                        default -> random.nextInt(0x110000);
                    });
        }
        return text.toString();
    }
}
