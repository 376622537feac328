package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.okx.OkxApi.Reading;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.walk.Part;
import dev.gangway.adapters.exchanges.walk.Place;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.ApiCredentials;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an endpoint from its newest record back, each page from where the one before ended, so that nothing which comes
 * meanwhile moves what is still to come. The position is the key from which on everything is known.
 */
final class OkxPages implements Part<OkxStage> {
    /** A record that may still change holds up the next run no longer than this; then it is taken as it is. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private final OkxApi api;
    private final ApiCredentials credentials;
    private final OkxEndpoint endpoint;
    private final OkxBills bills;

    OkxPages(OkxApi api, ApiCredentials credentials, OkxEndpoint endpoint) {
        this.api = api;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.bills = new OkxBills(api, credentials);
    }

    @Override
    public Step<OkxStage> read(Place<OkxStage> place) {
        BigInteger after = position(place.position());
        String query = endpoint.query() + "limit=" + OkxEndpoint.LIMIT;
        Instant from = place.from();
        if (from != null && endpoint.begins()) {
            query += "&begin=" + from.toEpochMilli();
        }
        if (after != null) {
            query += "&after=" + after;
        }
        return switch (api.get(credentials, query, endpoint.cost())) {
            case Reading.Answered answered -> read(place, after, answered.data());
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.NoSuchPath none -> new Step<>(List.of(), place.without());
        };
    }

    private Step<OkxStage> read(Place<OkxStage> place, @Nullable BigInteger after, JsonNode data) {
        List<JsonNode> page = new ArrayList<>();
        data.forEach(page::add);
        boolean full = page.size() >= OkxEndpoint.LIMIT;
        if (!full) {
            return settled(page, place, place.behind());
        }
        BigInteger smallest = smallest(page);
        if (endpoint.key() == OkxEndpoint.Key.TIME) {
            // records of the same time may be on either side of the page's end: they all come with the next one
            page.removeIf(record -> key(record).equals(smallest));
            if (page.isEmpty()) {
                throw api.unreadable("does not tell all that happened in a millisecond");
            }
        } else {
            bills.leaveTornTrade(endpoint.type(), page);
        }
        BigInteger next = endpoint.key() == OkxEndpoint.Key.TIME ? smallest.add(BigInteger.ONE) : smallest(page);
        if (after != null && next.compareTo(after) >= 0) {
            throw api.unreadable("turns its pages in a circle");
        }
        Instant from = place.from();
        boolean known = from != null && page.stream().allMatch(record -> isBefore(record, from));
        return settled(page, place, known ? place.behind() : place.to(next.toString()));
    }

    private Step<OkxStage> settled(List<JsonNode> page, Place<OkxStage> place, Place<OkxStage> furtherOn) {
        List<JsonNode> settled = new ArrayList<>();
        Place<OkxStage> reached = furtherOn;
        Instant from = place.from();
        for (JsonNode record : page) {
            Instant pending = OkxRecords.pendingSince(endpoint.type(), record);
            if (pending != null && !pending.isBefore(place.until().minus(PATIENCE))) {
                reached = reached.keeping(pending);
            } else if (from == null || !isBefore(record, from)) {
                settled.add(record);
            }
        }
        return new Step<>(bills.envelopes(endpoint.type(), settled), reached);
    }

    private BigInteger smallest(List<JsonNode> page) {
        return page.stream().map(this::key).min(BigInteger::compareTo).orElseThrow();
    }

    private BigInteger key(JsonNode record) {
        try {
            BigDecimal key = Fields.number(record, endpoint.key().member());
            if (key.signum() >= 0 && key.scale() == 0) {
                return key.toBigIntegerExact();
            }
        } catch (InvalidValue keyless) {
            // the same as one that is no number
        }
        throw api.unreadable("sent a record that nothing can be asked after");
    }

    private static boolean isBefore(JsonNode record, Instant time) {
        try {
            return Fields.epochMillis(record, "ts").isBefore(time);
        } catch (InvalidValue undated) {
            return false;
        }
    }

    private static @Nullable BigInteger position(String text) {
        return !text.isEmpty() && text.length() < 40 && text.chars().allMatch(c -> c >= '0' && c <= '9')
                ? new BigInteger(text)
                : null;
    }
}
