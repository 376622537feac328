package dev.gangway.adapters.exchanges.example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.http.ExchangeAnswer;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.SourceFailure;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/** Signed reading: {@code ACME-SIGN} is the hexadecimal HMAC-SHA512 over time, method and path with query. */
final class AcmeApi {
    private final ExchangeLine line;
    private final RequestSigner signer;

    AcmeApi(ExchangeLine line, RequestSigner signer) {
        this.line = line;
        this.signer = signer;
    }

    /** What a call came to. */
    sealed interface Reading {
        /** The exchange answered. */
        record Answered(JsonNode body) implements Reading {}

        /** The exchange refused the key. */
        record Refused(SourceFailure reason) implements Reading {}
    }

    /** @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read */
    Reading get(ApiCredentials credentials, String pathAndQuery) {
        String key = credentials.apiKey().reveal();
        if (!ExchangeLine.canBeSent(key)) {
            return new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
        }
        String time = Long.toString(line.now().toEpochMilli());
        String message = time + "GET" + line.target(pathAndQuery);
        byte[] signature = signer.hmacSha512(credentials.apiSecret(), message.getBytes(StandardCharsets.UTF_8));
        ExchangeAnswer answer = line.get(
                pathAndQuery,
                1,
                Map.of(
                        "ACME-KEY", key,
                        "ACME-TIME", time,
                        "ACME-SIGN", HexFormat.of().formatHex(signature)));
        return read(answer);
    }

    private static Reading read(ExchangeAnswer answer) {
        JsonNode body = answer.json();
        if (body == null) {
            throw answer.unavailable("answered what is not JSON");
        }
        return switch (body.path("error").asText(answer.status() == 200 ? "OK" : "")) {
            case "OK" -> new Reading.Answered(body);
            case "KEY", "SIGN" -> new Reading.Refused(SourceFailure.CREDENTIALS_REFUSED);
            case "SCOPE" -> new Reading.Refused(SourceFailure.PERMISSION_MISSING);
            default -> throw answer.unavailable("answered " + answer.status());
        };
    }

    ExchangeUnavailable unreadable(String what) {
        return line.unreadable(what);
    }
}
