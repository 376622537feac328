package dev.gangway.adapters.exchanges.binance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.binance.BinanceApi.Reading;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.walk.HistoryInParts;
import dev.gangway.adapters.exchanges.walk.Part;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.shared.InvalidValue;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens accounts, for keys that may read and nothing else. */
final class BinanceConnector implements ExchangeConnector {
    private static final String READ = "enableReading";

    /** What may be true of a key that is only read with; whatever else is true lets it do something. */
    private static final Set<String> HARMLESS = Set.of(READ, "enableFixReadOnly", "ipRestrict");

    private static final int ACCOUNT_COST = 20;

    private static final HistoryInParts.PageSize PAGE = new HistoryInParts.PageSize(12, 1000);

    private final BinanceApi api;

    BinanceConnector(BinanceApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Binance.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/sapi/v1/account/apiRestrictions", "", 1)) {
            case Reading.Answered answered -> open(credentials, answered.body());
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Missing missing -> throw silent();
        };
    }

    @Override
    public int mapperVersion() {
        return BinanceRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return BinanceRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode restrictions) {
        if (!restrictions.path(READ).isBoolean()) {
            throw silent();
        }
        if (!restrictions.path(READ).booleanValue()) {
            return new Opening.Refused(SourceFailure.PERMISSION_MISSING);
        }
        for (Map.Entry<String, JsonNode> restriction : restrictions.properties()) {
            // a permission that we have never heard of may be one to withdraw
            if (restriction.getValue().asBoolean(false)
                    && !restriction.getValue().isNumber()
                    && !HARMLESS.contains(restriction.getKey())) {
                return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
            }
        }
        return switch (api.get(credentials, "/api/v3/account", "omitZeroBalances=true", ACCOUNT_COST)) {
            case Reading.Answered answered -> new Opening.Opened(account(credentials, reference(answered.body())));
            // the exchange knew the key a moment ago: it is the reading that it does not let it do
            case Reading.Refused refused -> new Opening.Refused(SourceFailure.PERMISSION_MISSING);
            case Reading.Missing missing -> throw nameless();
        };
    }

    private Account account(ApiCredentials credentials, AccountReference reference) {
        return HistoryInParts.account(
                reference,
                BinanceStage.class,
                stage -> part(stage, credentials),
                BinanceRecords.MAPPING,
                api::now,
                PAGE);
    }

    private Part<BinanceStage> part(BinanceStage stage, ApiCredentials credentials) {
        BinanceEndpoint endpoint = BinanceEndpoint.of(stage);
        return endpoint == null ? new BinanceTrades(api, credentials) : new BinanceWindows(api, credentials, endpoint);
    }

    private AccountReference reference(JsonNode account) {
        try {
            return new AccountReference(Fields.name(account, "uid"));
        } catch (InvalidValue unusable) {
            throw nameless();
        }
    }

    private ExchangeUnavailable silent() {
        return api.unreadable("did not say what the key may do");
    }

    private ExchangeUnavailable nameless() {
        return api.unreadable("named no account");
    }
}
