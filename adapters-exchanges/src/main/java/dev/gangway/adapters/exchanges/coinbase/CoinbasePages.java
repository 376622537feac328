package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.coinbase.CoinbaseApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector.KeyRefused;
import dev.gangway.domain.source.ApiCredentials;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Single pages of the lists that a walk goes through. */
final class CoinbasePages {
    private static final int PAGE_SIZE = 100;
    private static final int MOST_WALLET_PAGES = 100;
    private static final int LONGEST_NEXT = 600;

    private final CoinbaseApi api;
    private final ApiCredentials credentials;

    CoinbasePages(CoinbaseApi api, ApiCredentials credentials) {
        this.api = api;
        this.credentials = credentials;
    }

    /**
     * A page.
     *
     * @param records what it holds
     * @param next behind what the next one begins, empty if there is none
     */
    record Slice(List<JsonNode> records, String next) {
        static final Slice NONE = new Slice(List.of(), "");
    }

    /**
     * The fills of orders, newest first.
     *
     * @param needed whether there have been fills; else a Coinbase that has no such list has no fills
     */
    Slice fills(@Nullable Instant since, String after, boolean needed) {
        StringBuilder query = new StringBuilder("limit=").append(PAGE_SIZE);
        if (since != null) {
            query.append("&start_sequence_timestamp=").append(encoded(since.toString()));
        }
        if (!after.isEmpty()) {
            query.append("&cursor=").append(encoded(after));
        }
        return switch (api.get(credentials, "/api/v3/brokerage/orders/historical/fills", query.toString())) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Missing missing -> {
                if (needed) {
                    throw api.unreadable("has no list of fills any more");
                }
                yield Slice.NONE;
            }
            case Reading.Answered answered ->
                new Slice(
                        list(answered.body().path("fills")),
                        next(answered.body().path("cursor").asText("")));
        };
    }

    /** The transactions of a wallet, newest first. */
    Slice transactions(String wallet, String after) {
        return older("/v2/accounts/" + encoded(wallet) + "/transactions", after);
    }

    /** The ids of all wallets. */
    NavigableSet<String> wallets() {
        NavigableSet<String> wallets = new TreeSet<>();
        String after = "";
        for (int pages = 0; pages < MOST_WALLET_PAGES; pages++) {
            Slice slice = older("/v2/accounts", after);
            boolean news = false;
            for (JsonNode wallet : slice.records()) {
                String id = wallet.path("id").asText("");
                if (id.isEmpty() || id.length() > 100) {
                    throw api.unreadable("named a wallet in no way that can be asked for");
                }
                news |= wallets.add(id);
            }
            if (slice.next().isEmpty()) {
                return wallets;
            }
            if (!news) {
                throw api.unreadable("turns its pages in a circle");
            }
            after = slice.next();
        }
        throw api.unreadable("has more wallets than can be walked through");
    }

    private Slice older(String path, String after) {
        String query = "limit=" + PAGE_SIZE + (after.isEmpty() ? "" : "&starting_after=" + encoded(after));
        return switch (api.get(credentials, path, query)) {
            case Reading.Refused refused -> throw new KeyRefused(refused.reason());
            case Reading.Missing missing -> {
                if (!missing.said()) {
                    throw api.unreadable("did not find a list of its own");
                }
                yield Slice.NONE;
            }
            case Reading.Answered answered -> slice(answered.body());
        };
    }

    private Slice slice(JsonNode body) {
        List<JsonNode> records = list(body.path("data"));
        String uri = body.path("pagination").path("next_uri").asText("");
        if (uri.isEmpty() || uri.equals("null")) {
            return new Slice(records, "");
        }
        String named = startingAfter(uri);
        String next = named.isEmpty() && !records.isEmpty()
                ? records.getLast().path("id").asText("")
                : named;
        if (next.isEmpty()) {
            throw api.unreadable("did not say where the next page begins");
        }
        return new Slice(records, next(next));
    }

    /** Of the address of the next page only this is taken, wherever it leads. */
    private static String startingAfter(String uri) {
        for (String pair : uri.substring(uri.indexOf('?') + 1).split("&")) {
            if (pair.startsWith("starting_after=")) {
                try {
                    return URLDecoder.decode(pair.substring("starting_after=".length()), StandardCharsets.UTF_8);
                } catch (IllegalArgumentException unreadable) {
                    return "";
                }
            }
        }
        return "";
    }

    private String next(String next) {
        if (encoded(next).length() > LONGEST_NEXT) {
            throw api.unreadable("has too long a name for its next page");
        }
        return next;
    }

    private List<JsonNode> list(JsonNode records) {
        if (!records.isArray()) {
            throw api.unreadable("sent a page without records");
        }
        List<JsonNode> list = new ArrayList<>();
        records.forEach(list::add);
        return list;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
