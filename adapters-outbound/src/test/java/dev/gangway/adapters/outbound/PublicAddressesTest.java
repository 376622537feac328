package dev.gangway.adapters.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
    private final PublicAddresses addresses = new PublicAddresses(false);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "192.88.99.1",
                "239.255.255.250",
                "172.31.255.255",
                "192.0.0.8",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::127.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:0:c000:201::1",
                "2001:20::1",
                "3fff::1",
                "5f00::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "2002:808:808::1",
                "::8.8.8.8",
                "::ffff:169.254.169.254",
                "::ffff:0:10.0.0.1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fe80::1%eth0",
                "fec0::1",
                "ff02::1",
                "",
                "localhost"
            })
    void whatIsNotOfThePublicInternetIsForbidden(String address) {
        assertThat(addresses.isAllowed(address)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "172.15.255.255",
                "172.32.0.1",
                "100.128.0.1",
                "192.0.1.1",
                "2606:4700::1111",
                "2a00:1450::1"
            })
    void thePublicInternetIsNot(String address) {
        assertThat(addresses.isAllowed(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.0.0.9", "::1"})
    void thisMachineMayBeCalledWhereItIsAllowed(String address) {
        assertThat(new PublicAddresses(true).isAllowed(address)).isTrue();
        assertThat(new PublicAddresses(true).isAllowed("10.0.0.1")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "::1",
                "[::1]",
                "10.0.0.1",
                "::ffff:10.0.0.1",
                // readers differ on what these are, even where it is public
                "0x7f000001",
                "0x7F.1",
                "2130706433",
                "16843009",
                "127.1",
                "1.1",
                "0177.0.0.1",
                "01.1.1.1",
                "1.1.1.1.",
                "1.1.1.256",
                "1.1.1.1.1",
                "partner.example.1",
                "partner.example.0x1"
            })
    void aNameIsWhatItLeadsTo(String host) {
        assertThatThrownBy(() -> addresses.resolve(host)).isInstanceOf(ForbiddenAddress.class);
    }

    @Test
    void anAddressStaysWhatItIs() throws Exception {
        assertThat(addresses.resolve("1.1.1.1")).hasSize(1);
    }
}
