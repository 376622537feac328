package dev.gangway.adapters.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gangway.application.auth.port.WebTokens;
import dev.gangway.application.testkit.contract.WebTokensContract;
import dev.gangway.application.testkit.fixture.TokenForge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictWebTokensTest implements WebTokensContract {
    @Override
    public WebTokens webTokens() {
        return new StrictWebTokens();
    }

    private boolean isRead(String header, String claims) {
        return webTokens().read(TokenForge.unsigned(header, claims) + ".c2ln") != null;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientId\":\"c\",\"roles\":[\"a\",{\"b\":[null,true,1.5]}],\"o\":{}}",
                "{\"client\\u0049d\":\"c\"}",
                "{\"clientId\":\"\\u00e9\\ud83d\\ude00\"}"
            })
    void readsClaimsOfEveryShape(String claims) {
        assertThat(isRead(HEADER, claims)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"clientId\":\"a\",\"client\\u0049d\":\"b\"}",
                "{\"clientId\":\"a\",\"x\":{\"y\":1,\"y\":2}}",
                "{\"clientId\":[\"a\"]}",
                "{\"exp\":[1]}",
                "{\"exp\":{}}",
                "{\"x\":[}",
                "{'clientId':'a'}",
                "{clientId:\"a\"}",
                "{\"clientId\":\"a\",}",
                "{\"clientId\":\"a\"/**/}",
                "\ufeff{\"clientId\":\"a\"}"
            })
    void refusesWhatParsersDisagreeAbout(String claims) {
        assertThat(isRead(HEADER, claims)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"]}",
                "{\"alg\":\"HS256\",\"crit\":[]}",
                "{\"alg\":\"HS256\",\"jwk\":{\"kty\":\"oct\",\"k\":\"c2VjcmV0\"}}",
                "{\"alg\":\"HS256\",\"\\u006awk\":{}}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"HS256\",\"kid\":{}}"
            })
    void refusesAHeaderThatBringsItsOwnRules(String header) {
        assertThat(isRead(header, CLAIMS)).isFalse();
    }

    @Test
    void refusesAnImmenseNesting() {
        assertThat(isRead(HEADER, "{\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}"))
                .isFalse();
    }

    @Test
    void refusesAnImmenseKeyId() {
        assertThat(isRead("{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(255) + "\"}", CLAIMS))
                .isTrue();
        assertThat(isRead("{\"alg\":\"HS256\",\"kid\":\"" + "k".repeat(256) + "\"}", CLAIMS))
                .isFalse();
    }
}
