package dev.gangway.adapters.exchanges.coinbase;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.coinbase.CoinbaseApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens accounts, for keys that may look and nothing else. A key is of one portfolio, which is the account. */
final class CoinbaseConnector implements ExchangeConnector {
    private static final String VIEW = "can_view";

    private final CoinbaseApi api;

    CoinbaseConnector(CoinbaseApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Coinbase.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/api/v3/brokerage/key_permissions", "")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Missing missing -> throw api.unreadable("does not say what a key may do");
            case Reading.Answered answered -> open(credentials, answered.body());
        };
    }

    @Override
    public int mapperVersion() {
        return CoinbaseRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return CoinbaseRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode body) {
        for (String known : new String[] {VIEW, "can_trade", "can_transfer"}) {
            if (!body.path(known).isBoolean()) {
                throw api.unreadable("did not say what the key may do");
            }
        }
        for (Map.Entry<String, JsonNode> permission : body.properties()) {
            // one that we have never heard of may be one to withdraw
            boolean more = permission.getKey().startsWith("can_")
                    && !permission.getKey().equals(VIEW)
                    && permission.getValue().asBoolean(true);
            if (more) {
                return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
            }
        }
        if (!body.path(VIEW).booleanValue()) {
            return new Opening.Refused(SourceFailure.PERMISSION_MISSING);
        }
        return new Opening.Opened(new CoinbaseAccount(api, credentials, reference(body.path("portfolio_uuid"))));
    }

    private AccountReference reference(JsonNode portfolio) {
        try {
            return new AccountReference(portfolio.asText(""));
        } catch (InvalidValue unusable) {
            throw api.unreadable("named no portfolio");
        }
    }
}
