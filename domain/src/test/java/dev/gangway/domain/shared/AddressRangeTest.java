package dev.gangway.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    private static NetworkAddress address(String text) {
        return Objects.requireNonNull(NetworkAddress.parse(text), text);
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "0.0.0.0, 0.0.0.0",
        "2001:DB8:0::1, 2001:db8::1",
        "0:0:0:0:0:0:0:0, ::",
        "::0001, ::1",
        "1:0::0, 1::",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "::ffff:203.0.113.7, 203.0.113.7",
        "::FFFF:cb00:7107, 203.0.113.7",
        "64:ff9b::203.0.113.7, 64:ff9b::cb00:7107",
        "1:0:0:2:0:0:0:3, 1:0:0:2::3",
        "1:0:0:2:3:0:0:4, 1::2:3:0:0:4",
        "1:0:2:3:4:5:6:7, 1:0:2:3:4:5:6:7",
        "0:0:2:3:4:5:0:0, ::2:3:4:5:0:0",
        "1:2:3:4:5:6:203.0.113.7, 1:2:3:4:5:6:cb00:7107"
    })
    void anAddressHasOneSpelling(String text, String spelling) {
        assertThat(address(text)).hasToString(spelling).isEqualTo(address(spelling));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "1.2.3.256",
                "1.2.3.-4",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "１.2.3.4",
                "1.2.3.",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "g::",
                "fe80::1%eth0",
                "[::1]",
                "::1.2.3",
                "1.2.3.4::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1:",
                ":1::",
                "localhost"
            })
    void whatIsNoAddressIsNone(String text) {
        assertThat(NetworkAddress.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, 203.0.113.255, 203.0.114.0",
        "203.0.113.7, 203.0.113.7, ::ffff:203.0.113.7, 203.0.113.8",
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255, ::1",
        "10.128.0.0/9, 10.128.0.0, 10.255.255.255, 10.127.255.255",
        "203.0.113.6/31, 203.0.113.6, 203.0.113.7, 203.0.113.8",
        "2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db9::",
        "::/0, ::1, ffff::, 1.2.3.4",
        "2001:db8::1/128, 2001:db8::1, 2001:DB8:0:0::1, 2001:db8::2"
    })
    void aBlockHoldsItsFirstAndLastAddressAndNotTheNext(String block, String first, String last, String next) {
        AddressRange range = AddressRange.of("allow_ip", block);
        assertThat(range.contains(address(first))).isTrue();
        assertThat(range.contains(address(last))).isTrue();
        assertThat(range.contains(address(next))).isFalse();
        assertThat(AddressRange.of("allow_ip", range.toString())).isEqualTo(range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "1.2.3.4/",
                "1.2.3.4/33",
                "1.2.3.4/024",
                "1.2.3.4/-1",
                "1.2.3.4/24/24",
                "1.2.3.0/a",
                "::/129",
                "::ffff:1.2.3.0/120",
                "1.2.3.4/24",
                "2001:db8::1/32",
                "host/8"
            })
    void whatIsNoBlockIsRefusedByItsField(String text) {
        assertThatThrownBy(() -> AddressRange.of("allow_ip", text))
                .isInstanceOfSatisfying(
                        InvalidValue.class,
                        invalid -> assertThat(invalid.field()).isEqualTo("allow_ip"));
    }

    @Test
    void aBlockThatSetsBitsBehindItsPrefixIsTakenForAMistake() {
        assertThatThrownBy(() -> AddressRange.of("allow_ip", "203.0.113.7/24"))
                .hasMessageContaining("must not set a bit behind its prefix");
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, 203.0.113.7",
        "::ffff:203.0.113.7, 203.0.113.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2::",
        "2001:db8:1:2::, 2001:db8:1:2::",
        "::1, ::"
    })
    void oneHolderHasTheWholeOfAnIpv6Network(String address, String network) {
        assertThat(NetworkAddress.parse(address))
                .isNotNull()
                .satisfies(parsed -> assertThat(parsed.network()).hasToString(network));
    }
}
