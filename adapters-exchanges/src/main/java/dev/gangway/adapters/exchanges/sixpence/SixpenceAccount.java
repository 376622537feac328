package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.sixpence.SixpenceApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.application.source.port.ExchangeConnector.Page;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the pages of one account, forwards only. */
final class SixpenceAccount implements ExchangeConnector.Account {
    private static final int PAGE_SIZE = 200;
    private static final int LONGEST_CURSOR = 1000;

    private final SixpenceApi api;
    private final ApiCredentials credentials;
    private final AccountReference reference;
    private final Set<String> cursors = new HashSet<>();

    SixpenceAccount(SixpenceApi api, ApiCredentials credentials, AccountReference reference) {
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
        if (cursor != null) {
            cursors.add(cursor);
        }
        return switch (api.get(credentials, path(cursor))) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Answered answered -> page(cursor, answered.body());
        };
    }

    private static String path(@Nullable String cursor) {
        String first = "/api/v1/transactions?limit=" + PAGE_SIZE;
        return cursor == null ? first : first + "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
    }

    private Page page(@Nullable String cursor, JsonNode body) {
        List<LedgerTransaction> transactions = transactions(body.path("transactions"));
        JsonNode next = body.path("next_cursor");
        if (next.isNull()) {
            // The exchange names no place behind the last page. Beginning there again brings what has come since, and
            // some that are known already, which storing by external id makes harmless.
            return new Page(transactions, cursor, true);
        }
        String following = next.isTextual() ? next.textValue() : "";
        if (following.isEmpty() || following.length() > LONGEST_CURSOR) {
            throw api.unreadable("did not say where the next page begins");
        }
        if (transactions.isEmpty() || !cursors.add(following)) {
            throw api.unreadable("turns its pages in a circle");
        }
        return new Page(transactions, following, false);
    }

    private List<LedgerTransaction> transactions(JsonNode records) {
        if (!records.isArray()) {
            throw api.unreadable("sent a page without transactions");
        }
        return SixpenceRecords.MAPPING.readAll(records);
    }
}
