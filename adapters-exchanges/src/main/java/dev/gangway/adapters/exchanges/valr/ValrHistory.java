package dev.gangway.adapters.exchanges.valr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.valr.ValrApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector.ExchangeUnavailable;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Asks for the records of one account, which VALR answers newest first. */
final class ValrHistory {
    /** As many as every version of the documentation allows. */
    static final int LIMIT = 100;

    /** What a record can be asked for by. */
    static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final long BEFORE_THE_FIRST =
            Instant.parse("2017-01-01T00:00:00Z").toEpochMilli();

    private final ValrApi api;
    private final ApiCredentials credentials;

    ValrHistory(ValrApi api, ApiCredentials credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    /**
     * The newest records.
     *
     * @param since none that are older, in milliseconds since 1970; null for all
     * @param before only those older than the record of this id; null for all
     * @throws ExchangeUnavailable if the exchange does not answer, or answers what nobody can read
     * @throws KeyRefused if it refuses the key
     */
    List<JsonNode> since(@Nullable Long since, @Nullable String before) {
        return ask((since == null ? "" : "&startTime=" + time(since)) + (before == null ? "" : "&beforeId=" + before));
    }

    /** The id of the oldest record of all; null if there is none, or it cannot be found. */
    @Nullable
    String oldest() {
        List<JsonNode> page = ask("");
        long from = BEFORE_THE_FIRST;
        while (page.size() >= LIMIT) {
            Long to = earliest(page);
            if (to == null || to - from <= 1) {
                break;
            }
            // between a time at which there was nothing and one at which there was too much
            long middle = from + (to - from) / 2;
            List<JsonNode> until = ask("&endTime=" + time(middle));
            Long earliest = earliest(until);
            if (until.isEmpty()) {
                from = middle;
            } else if (earliest == null || earliest > middle) {
                return null;
            } else {
                page = until;
            }
        }
        JsonNode oldest = last(page);
        return oldest == null ? null : oldest.path("id").textValue();
    }

    /** The record that the next page comes before: the oldest one, and of several of one time the last. */
    static @Nullable JsonNode last(List<JsonNode> records) {
        JsonNode last = null;
        for (JsonNode record : records) {
            if (ID.matcher(record.path("id").asText("")).matches()
                    && (last == null || time(record, Long.MAX_VALUE) <= time(last, Long.MAX_VALUE))) {
                last = record;
            }
        }
        return last;
    }

    /** When a record happened, in milliseconds since 1970. */
    static long time(JsonNode record, long unlessTold) {
        try {
            return Fields.isoTime(record, "eventAt").toEpochMilli();
        } catch (InvalidValue undated) {
            return unlessTold;
        }
    }

    private static @Nullable Long earliest(List<JsonNode> records) {
        long earliest = records.stream()
                .mapToLong(record -> time(record, Long.MAX_VALUE))
                .min()
                .orElse(Long.MAX_VALUE);
        return earliest == Long.MAX_VALUE ? null : Long.valueOf(earliest);
    }

    private static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    private List<JsonNode> ask(String more) {
        return switch (api.get(credentials, "/v1/account/transactionhistory?skip=0&limit=" + LIMIT + more)) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Answered answered -> records(answered.body());
        };
    }

    private List<JsonNode> records(JsonNode body) {
        if (!body.isArray()) {
            throw api.line().unreadable("sent a page without records");
        }
        List<JsonNode> records = new ArrayList<>();
        body.forEach(records::add);
        return records;
    }

    ExchangeUnavailable unreadable(String what) {
        return api.line().unreadable(what);
    }

    long now() {
        return api.line().now().toEpochMilli();
    }
}
