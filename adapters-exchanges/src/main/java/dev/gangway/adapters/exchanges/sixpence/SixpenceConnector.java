package dev.gangway.adapters.exchanges.sixpence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.sixpence.SixpenceApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens accounts, for keys that may read and nothing else. */
final class SixpenceConnector implements ExchangeConnector {
    private static final String READ = "read";

    private final SixpenceApi api;

    SixpenceConnector(SixpenceApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return SixpenceApi.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/api/v1/account")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Answered answered -> open(credentials, answered.body());
        };
    }

    @Override
    public int mapperVersion() {
        return SixpenceRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return SixpenceRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode body) {
        AccountReference reference = reference(body.path("account_id"));
        Set<String> permissions = permissions(body.path("permissions"));
        if (!permissions.contains(READ)) {
            return new Opening.Refused(SourceFailure.PERMISSION_MISSING);
        }
        // a permission that we have never heard of may be one to withdraw
        if (permissions.size() > 1) {
            return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
        }
        return new Opening.Opened(new SixpenceAccount(api, credentials, reference));
    }

    private AccountReference reference(JsonNode accountId) {
        try {
            return new AccountReference(accountId.asText(""));
        } catch (InvalidValue unusable) {
            throw api.unreadable("named no account");
        }
    }

    private Set<String> permissions(JsonNode granted) {
        if (!granted.isArray()) {
            throw api.unreadable("did not say what the key may do");
        }
        Set<String> permissions = new HashSet<>();
        granted.forEach(permission -> permissions.add(permission.asText()));
        return permissions;
    }
}
