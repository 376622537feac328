package dev.gangway.adapters.exchanges.luno;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.luno.LunoApi.Reading;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Opens the accounts of a user, one for each currency and more at the user's wish.
 *
 * <p>Luno names no account that holds them all. The reference is the id of the first bitcoin account, which every user
 * has from the beginning; of several, the one whose statement begins first.
 */
final class LunoConnector implements ExchangeConnector {
    private static final Pattern ACCOUNT_ID = Pattern.compile("[A-Za-z0-9_-]{1,40}");
    private static final Comparator<String> OLDEST_FIRST =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final LunoApi api;

    LunoConnector(LunoApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Luno.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/api/1/balance")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Absent() -> throw api.line().unreadable("keeps no balances");
            case Reading.Answered answered -> open(credentials, answered.body().path("balance"));
        };
    }

    @Override
    public int mapperVersion() {
        return LunoRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return LunoRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode balances) {
        Map<String, String> currencies = new TreeMap<>(OLDEST_FIRST);
        for (JsonNode balance : balances) {
            try {
                String id = Fields.name(balance, "account_id");
                if (!ACCOUNT_ID.matcher(id).matches()) {
                    throw Fields.notUnderstood("account_id");
                }
                currencies.put(id, Fields.text(balance, "asset"));
            } catch (InvalidValue unusable) {
                throw api.line().unreadable("named an account that cannot be asked for");
            }
        }
        if (currencies.isEmpty()) {
            throw api.line().unreadable("named no account");
        }
        return new Opening.Opened(new LunoAccount(api, credentials, reference(credentials, currencies), currencies));
    }

    private AccountReference reference(ApiCredentials credentials, Map<String, String> currencies) {
        List<String> candidates = currencies.keySet().stream()
                .filter(account ->
                        Fields.asset(String.valueOf(currencies.get(account))).equals("BTC"))
                .toList();
        if (candidates.isEmpty()) {
            candidates = List.copyOf(currencies.keySet());
        }
        String first = candidates.getFirst();
        if (candidates.size() > 1) {
            long begun = Long.MAX_VALUE;
            for (String account : candidates) {
                long begins = begins(credentials, account);
                if (begins < begun) {
                    begun = begins;
                    first = account;
                }
            }
        }
        return new AccountReference(first);
    }

    /** When a statement begins, in milliseconds since 1970; at the end of time if it is empty. */
    private long begins(ApiCredentials credentials, String account) {
        JsonNode body = api.read(credentials, "/api/1/accounts/" + account + "/transactions?min_row=1&max_row=2");
        long begins = body == null
                ? 0
                : body.path("transactions").path(0).path("timestamp").asLong(0);
        return begins > 0 ? begins : Long.MAX_VALUE;
    }
}
