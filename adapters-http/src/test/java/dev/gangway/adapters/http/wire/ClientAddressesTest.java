package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.domain.shared.AddressRange;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The nearest machine that is no trusted proxy is where a request comes from. */
final class ClientAddressesTest {
    private final ClientAddresses addresses = new ClientAddresses(Stream.of("10.0.0.0/8", "2001:db8:a::/48")
            .map(text -> AddressRange.of("proxy", text))
            .toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                // peer            | X-Forwarded-For                        | client
                "203.0.113.7       | none                                   | 203.0.113.7",
                "203.0.113.7       | 198.51.100.1                           | 203.0.113.7",
                "203.0.113.7       | 198.51.100.1, 10.0.0.2                 | 203.0.113.7",
                "10.0.0.1          | none                                   | 10.0.0.1",
                "10.0.0.1          | 203.0.113.7                            | 203.0.113.7",
                "10.0.0.1          | 198.51.100.1, 203.0.113.7              | 203.0.113.7",
                "10.0.0.1          | 198.51.100.1,203.0.113.7,10.9.9.9      | 203.0.113.7",
                "10.0.0.1          | 10.1.1.1, 198.51.100.1, 203.0.113.7    | 203.0.113.7",
                "10.0.0.1          | 10.0.0.3, 10.0.0.2                     | 10.0.0.3",
                "10.0.0.1          | 203.0.113.7:4711                       | 203.0.113.7",
                "10.0.0.1          | 2001:db8:b::1                          | 2001:db8:b::1",
                "10.0.0.1          | [2001:db8:b::1]                        | 2001:db8:b::1",
                "10.0.0.1          | [2001:db8:b::1]:4711                   | 2001:db8:b::1",
                "10.0.0.1          | 203.0.113.7, [2001:db8:a::9]:443       | 203.0.113.7",
                "[2001:db8:a::1]   | 203.0.113.7                            | 203.0.113.7",
                "2001:db8:a::1%eth0| 203.0.113.7                            | 203.0.113.7",
                "[2001:db8:b::1]   | 203.0.113.7                            | 2001:db8:b::1",
                "::ffff:10.0.0.1   | ::ffff:203.0.113.7                     | 203.0.113.7",
                "10.0.0.1          | unknown                                | 10.0.0.1",
                "10.0.0.1          | _hidden, 10.0.0.2                      | 10.0.0.2",
                "10.0.0.1          | 203.0.113.7, unknown                   | 10.0.0.1",
                "10.0.0.1          | 203.0.113.7,                           | 10.0.0.1",
                "10.0.0.1          | ','                                    | 10.0.0.1",
                "10.0.0.1          | ''                                     | 10.0.0.1",
                "10.0.0.1          | 203.0.113.7, 10.0.0.256                | 10.0.0.1",
                "10.0.0.1          | 010.0.0.7                              | 10.0.0.1",
                "10.0.0.1          | 203.0.113.7:                           | 10.0.0.1",
                "10.0.0.1          | 203.0.113.7:x                          | 10.0.0.1",
                "10.0.0.1          | [2001:db8:b::1                         | 10.0.0.1",
                "10.0.0.1          | [2001:db8:b::1]x                       | 10.0.0.1",
                "10.0.0.1          | \"203.0.113.7\"                        | 10.0.0.1",
                "10.0.0.1          | for=203.0.113.7                        | 10.0.0.1",
                "10.0.0.1          | localhost                              | 10.0.0.1",
            })
    void isFound(String peer, String forwarded, String client) {
        assertThat(addresses.of(peer, forwarded == null ? List.of() : List.of(forwarded)))
                .isEqualTo(client);
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(addresses.of("10.0.0.1", List.of("198.51.100.1", "203.0.113.7", "10.0.0.2, 10.0.0.3")))
                .isEqualTo("203.0.113.7");
        assertThat(addresses.of("10.0.0.1", List.of("198.51.100.1, 203.0.113.7", "")))
                .isEqualTo("10.0.0.1");
    }

    @Test
    void withoutTrustedProxiesNobodyIsBelieved() {
        ClientAddresses none = new ClientAddresses(List.of());
        assertThat(none.of("127.0.0.1", List.of("203.0.113.7"))).isEqualTo("127.0.0.1");
        assertThat(none.of("[::1]", List.of("203.0.113.7"))).isEqualTo("::1");
    }

    @Test
    void aVeryLongListIsReadLikeAnyOther() {
        assertThat(addresses.of("10.0.0.1", List.of("198.51.100.1, ".repeat(5000) + "203.0.113.7")))
                .isEqualTo("203.0.113.7");
    }
}
