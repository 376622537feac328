package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.gangway.adapters.exchanges.binance.BinanceApi.Reading;
import dev.gangway.adapters.exchanges.walk.Part;
import dev.gangway.adapters.exchanges.walk.Place;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.source.ApiCredentials;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an endpoint that tells what happened in a stretch of time, stretch after stretch. Where a stretch holds more than
 * an answer can, the rest comes page by page, or the stretch is halved until it does not. Stretches end in the past, so
 * that nothing which comes while they are paged moves what is still to come.
 */
final class BinanceWindows implements Part<BinanceStage> {
    /** A record that may still change holds up the next run no longer than this; then it is taken as it is. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final BinanceApi api;
    private final ApiCredentials credentials;
    private final BinanceEndpoint endpoint;
    private Duration length;
    private @Nullable JsonNode pageBefore;

    BinanceWindows(BinanceApi api, ApiCredentials credentials, BinanceEndpoint endpoint) {
        this.api = api;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.length = endpoint.longest();
    }

    /**
     * Where in the stage.
     *
     * @param start of the stretch
     * @param known how many of its records have been read
     */
    private record Position(Instant start, int known) {
        static Position in(Place<BinanceStage> place, BinanceEndpoint endpoint) {
            String[] words = place.position().split("\\+", -1);
            try {
                if (words.length == 2) {
                    return new Position(Instant.ofEpochMilli(Long.parseLong(words[0])), Integer.parseInt(words[1]));
                }
            } catch (NumberFormatException | DateTimeException unreadable) {
                // the stage begins again
            }
            return new Position(later(place.from(), endpoint.from()), 0);
        }

        String text() {
            return start.toEpochMilli() + "+" + known;
        }
    }

    @Override
    public Step<BinanceStage> read(Place<BinanceStage> place) {
        Position position = Position.in(place, endpoint);
        Instant last = endpoint.to() == null ? place.until() : earlier(endpoint.to(), place.until());
        if (position.start().isAfter(last)) {
            return new Step<>(List.of(), place.behind());
        }
        Instant end = earlier(position.start().plus(length), last);
        String parameters = parameters(position, end);
        return switch (api.get(credentials, endpoint.path(), parameters, endpoint.cost())) {
            case Reading.Answered answered -> read(place, position, end, last, answered.body());
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            // to be read from its beginning when it is there again
            case Reading.Missing missing -> new Step<>(List.of(), place.without());
        };
    }

    private String parameters(Position position, Instant end) {
        String times = endpoint.paging() == BinanceEndpoint.Paging.PAGE ? "beginTime=" : "startTime=";
        String stretch = times + position.start().toEpochMilli() + "&endTime=" + end.toEpochMilli();
        String page = switch (endpoint.paging()) {
            case OFFSET -> "&offset=" + position.known();
            case PAGE -> "&page=" + (position.known() / endpoint.limit() + 1);
            case NONE -> "";
        };
        return (endpoint.parameters().isEmpty() ? "" : endpoint.parameters() + "&") + stretch + page;
    }

    private Step<BinanceStage> read(
            Place<BinanceStage> place, Position position, Instant end, Instant last, JsonNode body) {
        JsonNode records = records(body);
        boolean full =
                records.size() >= endpoint.limit() || body.path("moreData").asBoolean(false);
        if (full && endpoint.paging() == BinanceEndpoint.Paging.NONE) {
            return new Step<>(List.of(), halved(place, position, end));
        }
        if (full && records.equals(pageBefore)) {
            throw api.unreadable("sends the same page again and again");
        }
        pageBefore = full ? records : null;
        length = twice(length);
        Place<BinanceStage> furtherOn = full
                ? place.to(new Position(position.start(), position.known() + records.size()).text())
                : end.isBefore(last) ? place.to(new Position(end.plusMillis(1), 0).text()) : place.behind();
        return settled(records, place.until(), furtherOn);
    }

    private Place<BinanceStage> halved(Place<BinanceStage> place, Position position, Instant end) {
        Duration asked = Duration.between(position.start(), end);
        if (asked.toMillis() < 1) {
            throw api.unreadable("does not tell all that happened in a millisecond");
        }
        length = Duration.ofMillis(asked.toMillis() / 2);
        return place.to(position.text());
    }

    private Step<BinanceStage> settled(JsonNode records, Instant until, Place<BinanceStage> furtherOn) {
        List<JsonNode> settled = new ArrayList<>();
        Place<BinanceStage> place = furtherOn;
        for (JsonNode record : records) {
            Instant pending = BinanceRecords.pendingSince(endpoint.type(), record);
            if (pending == null || pending.isBefore(until.minus(PATIENCE))) {
                settled.addAll(BinanceRecords.envelopes(endpoint.type(), record));
            } else {
                place = place.keeping(pending);
            }
        }
        return new Step<>(settled, place);
    }

    private JsonNode records(JsonNode body) {
        String member = endpoint.records();
        JsonNode records = member == null ? body : body.path(member);
        if (records.isArray()) {
            return records;
        }
        boolean none = records.isMissingNode() || records.isNull();
        if (none
                && (body.path("code").asText("").equals("000000")
                        || body.path("total").asInt(-1) == 0)) {
            return JsonNodeFactory.instance.arrayNode();
        }
        throw api.unreadable("sent a page without records");
    }

    private Duration twice(Duration asked) {
        Duration doubled = asked.multipliedBy(2);
        return doubled.compareTo(endpoint.longest()) < 0 ? doubled : endpoint.longest();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
