package dev.gangway.adapters.exchanges.example.acme;

import dev.gangway.adapters.exchanges.StubbedExchange;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.shared.Secret;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** ACME as its documentation tells it. */
final class AcmeStub extends StubbedExchange {
    private static final Instant FIRST = Instant.parse("2024-03-01T09:15:27.123Z");

    private record Key(String secret, String scopes) {}

    private static final Map<String, Key> KEYS = Map.of(
            "acme-first-key", new Key("acme-first-secret", "[\"read\"]"),
            "acme-second-key", new Key("acme-second-secret", "[\"read\"]"),
            "acme-blind-key", new Key("acme-third-secret", "[]"),
            "acme-strong-key", new Key("acme-fourth-secret", "[\"read\",\"trade\"]"));

    private final List<String> events = new ArrayList<>();

    AcmeStub() {
        while (events.size() < 250) {
            happen();
        }
    }

    @Override
    public ExchangeConnector connector() {
        return Acme.connector(line(Acme.NAME, Acme.RULE), signer);
    }

    @Override
    public Set<String> readCalls() {
        return Set.of("GET /v1/me", "GET /v1/events");
    }

    @Override
    public AccountReference account() {
        return new AccountReference("ACME-42");
    }

    @Override
    public ApiCredentials key() {
        return credentials("acme-first-key", "acme-first-secret");
    }

    @Override
    public ApiCredentials secondKey() {
        return credentials("acme-second-key", "acme-second-secret");
    }

    @Override
    public ApiCredentials unknownKey() {
        return credentials("acme-unknown-key", "acme-first-secret");
    }

    @Override
    public ApiCredentials wrongSecret() {
        return credentials("acme-first-key", "acme-second-secret");
    }

    @Override
    public ApiCredentials keyWithoutRead() {
        return credentials("acme-blind-key", "acme-third-secret");
    }

    @Override
    public ApiCredentials keyThatMayTrade() {
        return credentials("acme-strong-key", "acme-fourth-secret");
    }

    @Override
    protected void happenMore() {
        happen();
    }

    /** One event of each kind in turn, beside what it has to become. */
    private void happen() {
        int number = events.size() + 1;
        switch (number % 5) {
            case 0 ->
                expect(
                        "trade\",\"in\":{\"asset\":\"XBT\",\"amount\":\"0.02\"},\"out\":{\"asset\":\"EUR\",\"amount\":"
                                + "\"1000.00\"},\"fee\":{\"asset\":\"EUR\",\"amount\":\"2.50\"}",
                        TransactionKind.TRADE,
                        "BTC 0.02",
                        "EUR 1000",
                        "EUR 2.5");
            case 1 ->
                expect(
                        "deposit\",\"in\":{\"asset\":\"EUR\",\"amount\":\"5000\"}",
                        TransactionKind.DEPOSIT,
                        "EUR 5000",
                        "",
                        "");
            case 2 ->
                expect(
                        "withdrawal\",\"out\":{\"asset\":\"XBT\",\"amount\":\"0.01\"},\"fee\":{\"asset\":\"XBT\","
                                + "\"amount\":\"0.0001\"}",
                        TransactionKind.WITHDRAWAL,
                        "",
                        "BTC 0.01",
                        "BTC 0.0001");
            case 3 ->
                expect(
                        "staking\",\"in\":{\"asset\":\"ETH\",\"amount\":\"0.00000001\"}",
                        TransactionKind.REWARD,
                        "ETH 0.00000001",
                        "",
                        "");
            default -> expect("lottery\",\"in\":{}", TransactionKind.UNCLASSIFIED, "", "", "");
        }
    }

    private void expect(String body, TransactionKind kind, String received, String sent, String fee) {
        int number = events.size() + 1;
        Instant at = FIRST.plusSeconds(number);
        String json = "{\"number\":" + number + ",\"at\":" + at.toEpochMilli() + ",\"type\":\"" + body + "}";
        events.add(json);
        expect(Integer.toString(number), kind, at, received, sent, fee);
    }

    @Override
    protected Answer refusal() {
        return new Answer(401, "{\"error\":\"KEY\"}");
    }

    @Override
    protected synchronized Answer honest(Asked asked) {
        Key key = KEYS.get(asked.header("ACME-KEY"));
        if (key == null) {
            return refusal();
        }
        String message = asked.header("ACME-TIME") + asked.method() + asked.target();
        byte[] signature = signer.hmacSha512(Secret.of(key.secret()), message.getBytes(StandardCharsets.UTF_8));
        if (!HexFormat.of().formatHex(signature).equals(asked.header("ACME-SIGN"))) {
            return new Answer(401, "{\"error\":\"SIGN\"}");
        }
        if (asked.path().equals("/v1/me")) {
            return new Answer(200, "{\"account\":\"ACME-42\",\"scopes\":" + key.scopes() + "}");
        }
        int after = Integer.parseInt(String.valueOf(asked.parameter("after")));
        int from = switch (trouble()) {
            case SAME_CURSOR -> 0;
            case CIRCLE -> after % 200;
            default -> after;
        };
        int to = Math.min(events.size(), from + Integer.parseInt(String.valueOf(asked.parameter("limit"))));
        return new Answer(
                200,
                "{\"events\":[" + String.join(",", events.subList(from, to)) + "],\"more\":" + (to < events.size())
                        + "}");
    }
}
