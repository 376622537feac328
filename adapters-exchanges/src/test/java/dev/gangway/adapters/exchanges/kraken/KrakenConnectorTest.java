package dev.gangway.adapters.exchanges.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gangway.adapters.exchanges.StubbedExchange.Answer;
import dev.gangway.adapters.exchanges.StubbedExchange.Asked;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.Opening;
import dev.gangway.application.testkit.contract.ExchangeConnectorContract;
import dev.gangway.application.testkit.contract.ExchangeStub;
import dev.gangway.application.testkit.memory.InMemoryCrypto;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.SourceFailure;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KrakenConnectorTest implements ExchangeConnectorContract {
    private final KrakenStub stub = new KrakenStub();

    @Override
    public ExchangeStub exchange() {
        return stub;
    }

    @AfterEach
    void close() {
        stub.close();
    }

    @Test
    void isKraken() {
        assertThat(stub.connector().exchange().value()).isEqualTo("KRAKEN");
        assertThat(stub.connector().needsPassphrase()).isFalse();
    }

    /** The example that Kraken publishes. */
    @Test
    void signsAsKrakensExampleDoes() {
        String nonce = "1616492376594";
        assertThat(new KrakenSignature(new InMemoryCrypto().requestSigner())
                        .of(
                                Secret.of(
                                        "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F"
                                                + "1huXg=="),
                                "/0/private/AddOrder",
                                nonce,
                                "nonce=" + nonce + "&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25"))
                .isEqualTo("4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==");
    }

    @ParameterizedTest
    @CsvSource({"kraken kéy with more, c2VjcmV0", "kraken-first-key, no!base64", "kraken-first-key, ====="})
    void aKeyThatKrakenCannotHaveIssuedIsRefusedWithoutACall(String key, String secret) {
        assertThat(stub.connector().open(KrakenStub.credentials(key, secret)))
                .isEqualTo(new Opening.Refused(SourceFailure.CREDENTIALS_REFUSED));
        assertThat(stub.calls()).isEmpty();
    }

    @Test
    void anAccountWithoutHistoryHasNoNameYet() {
        stub.emptyAccount();

        assertThat(((Opening.Opened) stub.connector().open(stub.key()))
                        .account()
                        .reference())
                .isNull();
    }

    @Test
    void noncesGrowThoughTheClockStandsStill() {
        var connector = stub.connector();
        for (int i = 0; i < 5; i++) {
            assertThat(connector.open(stub.key())).isInstanceOf(Opening.Opened.class);
        }
    }

    @Test
    void anInvalidNonceIsFollowedByALookAtKrakensClockAndAnotherTry() {
        AtomicInteger refused = new AtomicInteger();
        stub.instead(call -> switch (call.path()) {
            case "/0/public/Time" ->
                new Answer(
                        200,
                        "{\"error\":[],\"result\":{\"unixtime\":"
                                + KrakenStub.NOW.plusSeconds(300).getEpochSecond()
                                + ",\"rfc1123\":\"Sat, 21 Nov 26 10:05:00 +0000\"}}");
            default ->
                nonce(call) < KrakenStub.NOW.plusSeconds(300).toEpochMilli() * 1000 ? refusedOnce(refused) : null;
        });

        assertThat(stub.connector().open(stub.key())).isInstanceOf(Opening.Opened.class);
        assertThat(refused).hasValue(1);
    }

    private static Answer refusedOnce(AtomicInteger refused) {
        refused.incrementAndGet();
        return KrakenStub.error("EAPI:Invalid nonce");
    }

    private static long nonce(Asked call) {
        return Long.parseLong(String.valueOf(call.parameter("nonce")));
    }

    @Test
    void anInvalidNonceFailsNoKey() {
        stub.instead(call -> call.path().equals("/0/public/Time")
                ? new Answer(200, "{\"error\":[],\"result\":{\"unixtime\":1616492376}}")
                : KrakenStub.error("EAPI:Invalid nonce"));

        assertThat(unavailable().isPostponed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"EAPI:Rate limit exceeded", "EGeneral:Too many requests", "EOrder:Rate limit exceeded"})
    void aFullCallCounterPausesEverySource(String error) {
        stub.instead(call -> KrakenStub.error(error));
        var connector = stub.connector();
        ExchangeUnavailable first = catchThrowableOfType(ExchangeUnavailable.class, () -> connector.open(stub.key()));
        stub.instead(null);
        ExchangeUnavailable second =
                catchThrowableOfType(ExchangeUnavailable.class, () -> connector.open(stub.secondKey()));

        assertThat(first.retryAfter()).isEqualTo(Duration.ofSeconds(45));
        assertThat(second.isPostponed()).isTrue();
    }

    @Test
    void aLockoutIsWaitedForByItsOwnSourceAlone() {
        stub.instead(call -> KrakenStub.error("EGeneral:Temporary lockout"));
        var connector = stub.connector();
        ExchangeUnavailable locked = catchThrowableOfType(ExchangeUnavailable.class, () -> connector.open(stub.key()));
        stub.instead(null);

        assertThat(locked.retryAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(connector.open(stub.secondKey())).isInstanceOf(Opening.Opened.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EService:Unavailable",
                "EService:Busy",
                "EService:Timeout",
                "EGeneral:Internal error",
                "EGeneral:Invalid arguments",
                "ESomething:New"
            })
    void anyOtherErrorSaysNothingAgainstTheKey(String error) {
        stub.instead(call -> KrakenStub.error(error));

        assertThat(unavailable().retryAfter()).isEqualTo(Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "401, EAPI:Invalid key, CREDENTIALS_REFUSED",
        "403, EAPI:Invalid signature, CREDENTIALS_REFUSED",
        "200, EGeneral:Permission denied, PERMISSION_MISSING"
    })
    void krakensOwnCodeCountsWhateverTheStatus(int status, String error, SourceFailure reason) {
        stub.instead(call -> new Answer(status, "{\"error\":[\"" + error + "\"]}"));

        assertThat(stub.connector().open(stub.key())).isEqualTo(new Opening.Refused(reason));
    }

    @Test
    void aWarningIsNoError() {
        stub.instead(call ->
                new Answer(200, "{\"error\":[\"WGeneral:Deprecated\"],\"result\":{\"ledger\":{},\"count\":0}}"));

        assertThat(stub.connector().open(stub.key())).isInstanceOf(Opening.Opened.class);
    }

    private ExchangeUnavailable unavailable() {
        return catchThrowableOfType(
                ExchangeUnavailable.class, () -> stub.connector().open(stub.key()));
    }
}
