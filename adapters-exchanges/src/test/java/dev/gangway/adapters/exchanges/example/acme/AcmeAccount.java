package dev.gangway.adapters.exchanges.example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.example.acme.AcmeApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the pages of one account; the cursor is the number of the last event that was read. */
final class AcmeAccount implements ExchangeConnector.Account {
    private final AcmeApi api;
    private final ApiCredentials credentials;
    private final AccountReference reference;

    AcmeAccount(AcmeApi api, ApiCredentials credentials, AccountReference reference) {
        this.api = api;
        this.credentials = credentials;
        this.reference = reference;
    }

    @Override
    public AccountReference reference() {
        return reference;
    }

    @Override
    public Page page(@Nullable String cursor) {
        // what nobody can read starts over
        long after = cursor != null && cursor.matches("[0-9]{1,15}") ? Long.parseLong(cursor) : 0;
        return switch (api.get(credentials, "/v1/events?after=" + after + "&limit=100")) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Answered answered -> page(after, answered.body());
        };
    }

    private Page page(long after, JsonNode body) {
        if (!body.path("events").isArray()) {
            throw api.unreadable("sent a page without events");
        }
        List<JsonNode> events = new ArrayList<>();
        long last = after;
        for (JsonNode event : body.path("events")) {
            events.add(event);
            last = Math.max(last, event.path("number").asLong(0));
        }
        boolean more = body.path("more").asBoolean(false);
        if (more && last == after) {
            throw api.unreadable("turns its pages in a circle");
        }
        return new Page(AcmeRecords.MAPPING.readAll(events), Long.toString(last), !more);
    }
}
