package dev.gangway.adapters.exchanges.example.acme;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.adapters.exchanges.example.acme.AcmeApi.Reading;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Opens accounts, for keys that may read and nothing else. */
final class AcmeConnector implements ExchangeConnector {
    private final AcmeApi api;

    AcmeConnector(AcmeApi api) {
        this.api = api;
    }

    @Override
    public ExchangeName exchange() {
        return Acme.NAME;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        return switch (api.get(credentials, "/v1/me")) {
            case Reading.Refused refused -> new Opening.Refused(refused.reason());
            case Reading.Answered answered -> open(credentials, answered.body());
        };
    }

    private Opening open(ApiCredentials credentials, JsonNode me) {
        String account = me.path("account").asText("");
        if (account.isEmpty() || !me.path("scopes").isArray()) {
            throw api.unreadable("did not say what the key may do");
        }
        Set<String> scopes = new HashSet<>();
        me.path("scopes").forEach(scope -> scopes.add(scope.asText()));
        boolean reads = scopes.remove("read");
        if (!scopes.isEmpty()) {
            // one that we have never heard of may be one to withdraw
            return new Opening.Refused(SourceFailure.KEY_NOT_READ_ONLY);
        }
        if (!reads) {
            return new Opening.Refused(SourceFailure.PERMISSION_MISSING);
        }
        return new Opening.Opened(new AcmeAccount(api, credentials, new AccountReference(account)));
    }

    @Override
    public int mapperVersion() {
        return AcmeRecords.MAPPING.version();
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return AcmeRecords.MAPPING.readAgain(raw);
    }
}
