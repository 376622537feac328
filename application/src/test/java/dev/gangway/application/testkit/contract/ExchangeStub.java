package dev.gangway.application.testkit.contract;

import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.domain.ledger.LedgerTransaction;
import dev.gangway.domain.source.AccountReference;
import dev.gangway.domain.source.ApiCredentials;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in of an exchange on loopback, and the connector that reads from it. It checks every signature by itself, as
 * the exchange describes it, and refuses what is not signed so.
 */
public interface ExchangeStub {
    /** The wait that the stub asks for in {@link Trouble#TOO_MANY_REQUESTS}. */
    Duration RETRY_AFTER = Duration.ofSeconds(7);

    /** The connector under test. */
    ExchangeConnector connector();

    /** The account that the good keys lead to. */
    AccountReference account();

    /** A read-only key of the account. */
    ApiCredentials key();

    /** Another read-only key of the same account. */
    ApiCredentials secondKey();

    /** A key that the exchange does not know. */
    ApiCredentials unknownKey();

    /** The key of {@link #key()} with a secret that is not its own. */
    ApiCredentials wrongSecret();

    /** A key that may not read the history. */
    ApiCredentials keyWithoutRead();

    /** A key that may do more than read; null where the exchange tells nobody what a key may do. */
    @Nullable
    ApiCredentials keyThatMayTrade();

    /**
     * What the connector has to make of the account's history, oldest first, by hand and not by the connector's code. In the
     * order of the pages where {@link #keepsOneOrder}, else in any.
     * More than two pages; at least one record of a kind that the connector does not know.
     */
    List<LedgerTransaction> history();

    /** Lets the account's history grow; answers what has come, which {@link #history()} holds from now on. */
    List<LedgerTransaction> grow();

    /** How the exchange misbehaves from now on. */
    void trouble(Trouble trouble);

    /** Whether the exchange keeps all of its history in one order; if not, it does so for each kind of record. */
    default boolean keepsOneOrder() {
        return true;
    }

    /** Method and path, without query, of everything that reading a whole history calls; nothing of it changes anything. */
    Set<String> readCalls();

    /** Method and path, without query, of everything that has been called. */
    Set<String> calls();

    /** What arrived that should not have: requests that are no reads, and visits where a redirect pointed. */
    List<String> complaints();

    /** The ways of misbehaving. */
    enum Trouble {
        /** None. */
        NONE,
        /** 500 with an HTML page. */
        SERVER_ERROR,
        /** 429 with Retry-After of {@link #RETRY_AFTER}. */
        TOO_MANY_REQUESTS,
        /** 302 to another address, which answers what the exchange would have. */
        REDIRECT,
        /** 200 with an HTML page. */
        HTML,
        /** 401 with an HTML page: a gate in between, and not the exchange's word on the key. */
        UNEXPLAINED_REFUSAL,
        /** The right answer, which breaks off. */
        CUT_SHORT,
        /** An answer that never ends. */
        ENDLESS,
        /** The key is refused, in the exchange's own words. */
        REFUSAL,
        /** Each page of the history names itself as the next one. */
        SAME_CURSOR,
        /** The pages of the history lead round in a circle of two. */
        CIRCLE
    }
}
