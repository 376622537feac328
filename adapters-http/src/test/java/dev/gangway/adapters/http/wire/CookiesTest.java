package dev.gangway.adapters.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CookiesTest {
    private final Cookies plain = new Cookies("gangway_session", false);
    private final Cookies secure = new Cookies("gangway_session", true);

    @Test
    void attributesAreTheContracts() {
        assertThat(plain.set("v")).isEqualTo("gangway_session=v; Path=/; HttpOnly; SameSite=Lax");
        assertThat(secure.set("v")).isEqualTo("__Host-gangway_session=v; Path=/; HttpOnly; SameSite=Lax; Secure");
        assertThat(secure.clear())
                .isEqualTo("__Host-gangway_session=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax; Secure");
    }

    @Test
    void theValueIsFoundAmongOthers() {
        assertThat(plain.in(List.of("a=1; gangway_session=v;b=2"))).isEqualTo("v");
        assertThat(plain.in(List.of("a=1", "gangway_session=v"))).isEqualTo("v");
        assertThat(secure.in(List.of("gangway_session=v; __Host-gangway_session=w")))
                .isEqualTo("w");
    }

    @Test
    void whatIsThereTwiceIsNotThere() {
        assertThat(plain.in(List.of("gangway_session=v; gangway_session=w"))).isNull();
        assertThat(plain.in(List.of("gangway_session=v", "gangway_session=v"))).isNull();
        assertThat(plain.in(List.of("gangway_session=; gangway_session=v"))).isNull();
    }

    @Test
    void namesAreExact() {
        assertThat(plain.in(List.of())).isNull();
        assertThat(plain.in(List.of("", ";", "gangway_session", "gangway_sessionx=v", "Gangway_session=v")))
                .isNull();
    }
}
