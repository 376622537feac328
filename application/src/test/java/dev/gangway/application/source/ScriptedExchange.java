package dev.gangway.application.source;

import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.Amount;
import dev.gangway.domain.ledger.AssetCode;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.ledger.TransactionKind;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import dev.gangway.domain.source.ExchangeName;
import dev.gangway.domain.source.SourceFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An exchange whose history, refusals and failures a test writes; its cursor is a number of transactions. */
final class ScriptedExchange implements ExchangeConnector {
    static final int PAGE = 2;

    /** The keys it was opened with, in order. */
    final List<String> opened = new ArrayList<>();

    /** The cursors it was asked for, in order. */
    final List<@Nullable String> asked = new ArrayList<>();

    private final Map<String, String> accounts = new HashMap<>();
    private final List<LedgerTransaction> history = new ArrayList<>();
    private boolean nameless;
    private @Nullable SourceFailure refusal;
    private @Nullable RuntimeException opening;
    private @Nullable RuntimeException paging;
    private Runnable beforePage = () -> {};

    /** Makes a history of so many deposits. */
    ScriptedExchange holding(int transactions) {
        while (history.size() < transactions) {
            int number = history.size();
            history.add(new LedgerTransaction(
                    "tx" + number,
                    TransactionKind.DEPOSIT,
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number),
                    new Amount(new AssetCode("BTC"), BigDecimal.ONE),
                    null,
                    null,
                    "{}",
                    1));
        }
        return this;
    }

    /** An account has no name until something happens in it. */
    ScriptedExchange namelessUntilUsed() {
        nameless = true;
        return this;
    }

    /** This key opens that account; without a word each key has its own. */
    ScriptedExchange account(String apiKey, String account) {
        accounts.put(apiKey, account);
        return this;
    }

    /** Refuses to open, null to open again. */
    void refuse(@Nullable SourceFailure reason) {
        this.refusal = reason;
    }

    /** Cannot be opened, null to recover. */
    void failOpening(@Nullable RuntimeException fault) {
        this.opening = fault;
    }

    /** Fails instead of giving a page, null to recover. */
    void failPaging(@Nullable RuntimeException fault) {
        this.paging = fault;
    }

    /** Does something while a page is on its way. */
    void beforePage(Runnable happening) {
        this.beforePage = happening;
    }

    static ExchangeUnavailable unavailable(Duration retryAfter) {
        return new ExchangeUnavailable("the exchange is away", retryAfter);
    }

    @Override
    public ExchangeName exchange() {
        return new ExchangeName("SIXPENCE");
    }

    @Override
    public int mapperVersion() {
        return 1;
    }

    @Override
    public @Nullable LedgerTransaction map(String raw) {
        return null;
    }

    @Override
    public Opening open(ApiCredentials credentials) {
        String key = credentials.apiKey().reveal();
        opened.add(key);
        if (opening != null) {
            throw opening;
        }
        SourceFailure reason = refusal;
        if (reason != null) {
            return new Opening.Refused(reason);
        }
        return new Opening.Opened(new OpenAccount(
                history.isEmpty() && nameless
                        ? null
                        : new AccountReference(accounts.getOrDefault(key, "account of " + key))));
    }

    private final class OpenAccount implements Account {
        private final @Nullable AccountReference reference;

        OpenAccount(@Nullable AccountReference reference) {
            this.reference = reference;
        }

        @Override
        public @Nullable AccountReference reference() {
            return reference;
        }

        @Override
        public Page page(@Nullable String cursor) {
            asked.add(cursor);
            beforePage.run();
            if (paging != null) {
                throw paging;
            }
            int from = cursor == null ? 0 : Integer.parseInt(cursor);
            int to = Math.min(from + PAGE, history.size());
            return new Page(history.subList(from, to), Integer.toString(to), to == history.size());
        }
    }
}
