package dev.gangway.bootstrap.demo.sixpence.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskingTest {

    private static final Masking MASKING = new Masking(List.of("the-token", "the-key", "the-secret"));

    @Test
    void aTokenKeepsItsEnvironment() {
        assertThat(Masking.token("gw_sandbox_0123456789abcdef")).isEqualTo("gw_sandbox_…•••");
        assertThat(Masking.token("something-else")).isEqualTo("…•••");
    }

    @Test
    void membersAreMaskedByTheirName() throws Exception {
        String json = """
                {"api_key":"six_0123456789abcdefghijklmn","api_secret":"s","list":[{"api_passphrase":"p","api_key":"short"}],
                 "redirect_url":"https://gangway.example/r/eyJhbGciOiJIUzI1NiJ9.e30.c2ln","n":1.50,"b":true,"x":null}""";

        assertThat(MASKING.json(new ObjectMapper().readTree(json)).toString())
                .isEqualTo(
                        "{\"api_key\":\"six_0123…•••\",\"api_secret\":\"••••••\","
                                + "\"list\":[{\"api_passphrase\":\"••••••\",\"api_key\":\"…•••\"}],"
                                + "\"redirect_url\":\"https://gangway.example/r/eyJhbGci…•••\",\"n\":1.5,\"b\":true,\"x\":null}");
    }

    @Test
    void theSecretsOfTheCallAreStruckOutAnywhere() throws Exception {
        assertThat(MASKING.json(new ObjectMapper().readTree("{\"the-key\":\"a the-secret b the-token\"}"))
                        .toString())
                .isEqualTo("{\"•••\":\"a ••• b •••\"}");
        assertThat(MASKING.text("the-token!")).isEqualTo("•••!");
    }
}
