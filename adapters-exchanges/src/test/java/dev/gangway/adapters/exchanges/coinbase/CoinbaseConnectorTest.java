package dev.gangway.adapters.exchanges.coinbase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.adapters.exchanges.StubbedExchange.Answer;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CoinbaseConnectorTest implements ExchangeConnectorContract {
    private final CoinbaseStub stub = new CoinbaseStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void isCoinbase() {
        assertThat(stub.connector().exchange().value()).isEqualTo("COINBASE");
        assertThat(stub.connector().needsPassphrase()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "organizations/1/apiKeys/kéy, secret",
        "organizations/1/apiKeys/1, a secret of the old keys",
        "organizations/1/apiKeys/1, MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g"
    })
    void aKeyThatIsNoneOfTheseKeysIsRefusedWithoutACall(String key, String secret) {
        assertThat(stub.connector().open(CoinbaseStub.credentials(key, secret)))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "401; Unauthorized; CREDENTIALS_REFUSED",
                "401; {'errors':[{'id':'authentication_error','message':'no'}]}; CREDENTIALS_REFUSED",
                "401; {'errors':[{'id':'invalid_token','message':'no'}]}; CREDENTIALS_REFUSED",
                "401; {'errors':[{'id':'revoked_token','message':'no'}]}; CREDENTIALS_REFUSED",
                "401; {'error':'UNAUTHENTICATED','code':16,'message':'no'}; CREDENTIALS_REFUSED",
                "403; {'errors':[{'id':'invalid_scope','message':'no'}]}; PERMISSION_MISSING",
                "403; {'error':'PERMISSION_DENIED','code':7,'message':'no'}; PERMISSION_MISSING"
            })
    void coinbasesOwnWordFailsAKey(int status, String body, SourceFailure reason) {
        stub.instead(call -> new Answer(status, body.replace('\'', '"')));

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "401; {}",
                "401; {'errors':[{'id':'something_else'}]}",
                "403; Access denied by a gate",
                "403; {'message':'Forbidden'}",
                "400; {'errors':[{'id':'invalid_request'}]}",
                "404; {'errors':[{'id':'not_found'}]}",
                "404; Not a word",
                "503; {'errors':[{'id':'service_unavailable'}]}",
                "200; Unauthorized",
                "200; {}",
                "200; {'can_view':true,'can_trade':false}",
                "200; {'can_view':true,'can_trade':false,'can_transfer':'no'}",
                "200; {'can_view':true,'can_trade':false,'can_transfer':false}"
            })
    void whatSaysNothingOfTheKeyFailsNone(int status, String body) {
        stub.instead(call -> new Answer(status, body.replace('\'', '"')));

        assertThat(unavailable()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, false, KEY_NOT_READ_ONLY",
        "true, false, true, KEY_NOT_READ_ONLY",
        "false, true, true, KEY_NOT_READ_ONLY",
        "false, false, false, PERMISSION_MISSING"
    })
    void aKeyHasToBeAbleToLookAndNothingElse(boolean view, boolean trade, boolean transfer, SourceFailure reason) {
        stub.instead(call -> new Answer(200, CoinbaseKeys.permissions(view, trade, transfer)));

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
        assertThat(stub.calls()).containsExactly("GET " + CoinbaseStub.PERMISSIONS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"true", "1", "\"yes\"", "{}"})
    void aPermissionThatNobodyKnowsMayBeAnyOtherThanToLook(String granted) {
        stub.instead(call -> new Answer(
                200,
                CoinbaseKeys.permissions(true, false, false)
                        .replaceFirst("\\{", "{\"can_withdraw\":" + granted + ",")));

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY));
    }

    /** A token whose time is not Coinbase's is refused like one of a wrong key. */
    @Test
    void aClockThatIsWrongIsSetAndTheCallRepeated() {
        Instant theirs = CoinbaseStub.NOW.plusSeconds(600);
        AtomicInteger refused = new AtomicInteger();
        stub.instead(call -> {
            if (call.path().equals("/v2/time")) {
                return CoinbaseStub.time(theirs);
            }
            if (refused.getAndIncrement() == 0) {
                return new Answer(401, "Unauthorized");
            }
            String claims = new String(
                    Base64.getUrlDecoder().decode(call.header("Authorization").split("\\.")[1]),
                    StandardCharsets.UTF_8);
            assertThat(claims).contains("\"nbf\":" + theirs.getEpochSecond());
            return new Answer(200, CoinbaseKeys.permissions(true, false, false));
        });

        assertThat(stub.connector().open(stub.key())).isInstanceOf(Opening.Opened.class);
    }

    private ExchangeUnavailable unavailable() {
        return catchThrowableOfType(
                ExchangeUnavailable.class, () -> stub.connector().open(stub.key()));
    }
}
