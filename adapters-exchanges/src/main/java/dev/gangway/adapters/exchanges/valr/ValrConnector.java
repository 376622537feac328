package dev.gangway.adapters.exchanges.valr;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.valr.ValrApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.Ascii;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens accounts, for keys that may view and nothing else.
 *
 * <p>VALR tells nobody which account a key belongs to. The reference is the id of the account's oldest record, which is the
 * same for each of its keys and never changes; an account in which nothing has happened yet has none.
 */
final class ValrConnector implements ExchangeConnector {
    private static final Set<String> READ = Set.of("view access", "view");

    private final ValrApi api;

    ValrConnector(ValrApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Valr.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/v1/account/api-keys/current")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Answered answered -> open(credentials, answered.body().path("permissions"));
        };
    }

    @Override
    public int mapperVersion() {
        return ValrRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return ValrRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode granted) {
        if (!granted.isArray()) {
            throw api.line().unreadable("did not say what the key may do");
        }
        Set<String> permissions = new HashSet<>();
        granted.forEach(permission -> permissions.add(Ascii.lower(permission.asText())));
        boolean reads = permissions.removeAll(READ);
        // a permission that we have never heard of may be one to withdraw
        if (!permissions.isEmpty()) {
            return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
        }
        if (!reads) {
            return new Opening.Refused(SourceFailure.PERMISSION_MISSING);
        }
        ValrHistory history = new ValrHistory(api, credentials);
        String oldest = history.oldest();
        return new Opening.Opened(new ValrAccount(history, oldest == null ? null : new AccountReference(oldest)));
    }
}
