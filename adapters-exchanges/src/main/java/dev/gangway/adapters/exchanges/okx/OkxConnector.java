package dev.gangway.adapters.exchanges.okx;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.okx.OkxApi.Reading;
import dev.gangway.adapters.exchanges.record.Fields;
import dev.gangway.adapters.exchanges.walk.HistoryInParts;
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
final class OkxConnector implements ExchangeConnector {
    private static final String READ = "read_only";
    private static final int CONFIG_COST = 4;
    private static final HistoryInParts.PageSize PAGE = new HistoryInParts.PageSize(5, 100);

    private final OkxApi api;

    OkxConnector(OkxApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Okx.NAME;
    }

    @Override
    public boolean needsPassphrase() {
        return true;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/api/v5/account/config", CONFIG_COST)) {
            case Reading.Answered answered -> open(credentials, answered.data().path(0));
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.NoSuchPath none -> throw api.unreadable("did not say what the key may do");
        };
    }

    @Override
    public int mapperVersion() {
        return OkxRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return OkxRecords.MAPPING.readAgain(raw);
    }

    private Opening open(ApiCredentials credentials, JsonNode config) {
        JsonNode granted = config.path("perm");
        if (!granted.isTextual()) {
            throw api.unreadable("did not say what the key may do");
        }
        Set<String> permissions = new HashSet<>();
        for (String permission : granted.textValue().split(",")) {
            permissions.add(permission.strip());
        }
        permissions.remove("");
        boolean reads = permissions.remove(READ);
        // a permission that we have never heard of may be one to withdraw
        if (!permissions.isEmpty()) {
            return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
        }
        return reads
                ? new Opening.Opened(account(credentials, reference(config)))
                : new Opening.Refused(SourceFailure.PERMISSION_MISSING);
    }

    private Account account(ApiCredentials credentials, AccountReference reference) {
        return HistoryInParts.account(
                reference,
                OkxStage.class,
                stage -> new OkxPages(api, credentials, OkxEndpoint.of(stage)),
                OkxRecords.MAPPING,
                api::now,
                PAGE);
    }

    private AccountReference reference(JsonNode config) {
        try {
            return new AccountReference(Fields.name(config, "uid"));
        } catch (InvalidValue unusable) {
            throw api.unreadable("named no account");
        }
    }
}
