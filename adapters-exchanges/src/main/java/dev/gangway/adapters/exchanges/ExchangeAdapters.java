package dev.gangway.adapters.exchanges;

import dev.gangway.adapters.exchanges.binance.Binance;
import dev.gangway.adapters.exchanges.coinbase.Coinbase;
import dev.gangway.adapters.exchanges.http.ExchangeHttp;
import dev.gangway.adapters.exchanges.http.ExchangeLine;
import dev.gangway.adapters.exchanges.http.Throttle;
import dev.gangway.adapters.exchanges.kraken.Kraken;
import dev.gangway.adapters.exchanges.luno.Luno;
import dev.gangway.adapters.exchanges.okx.Okx;
import dev.gangway.adapters.exchanges.sixpence.Sixpence;
import dev.gangway.adapters.exchanges.valr.Valr;
import dev.gangway.application.source.port.ExchangeConnector;
import dev.gangway.application.source.port.RequestSigner;
import dev.gangway.domain.source.ExchangeName;
import java.net.URI;
import java.time.Clock;

/**
 * The connectors, over one HTTP client. Take each once: its throttle counts what it alone asks. Close it when no import runs
 * any more.
 */
public final class ExchangeAdapters implements AutoCloseable {
    private final ExchangeHttp http;
    private final RequestSigner signer;
    private final Clock clock;

    private ExchangeAdapters(ExchangeHttp http, RequestSigner signer, Clock clock) {
        this.http = http;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * Opens the way out.
     *
     * @param signer signs requests with the user's API secret
     * @param clock dates them
     */
    public static ExchangeAdapters open(RequestSigner signer, Clock clock) {
        return new ExchangeAdapters(new ExchangeHttp(ExchangeHttp.Limits.USUAL, clock), signer, clock);
    }

    /**
     * SixpenceX, the exchange {@code SIXPENCE}.
     *
     * @param baseUrl where its API is, such as {@code https://api.sixpencex.example}
     */
    public ExchangeConnector sixpence(URI baseUrl) {
        return Sixpence.connector(line(Sixpence.NAME, baseUrl, Sixpence.RULE), signer);
    }

    /**
     * Binance, the exchange {@code BINANCE}.
     *
     * @param baseUrl where its API is, such as {@code https://api.binance.com}
     */
    public ExchangeConnector binance(URI baseUrl) {
        return Binance.connector(line(Binance.NAME, baseUrl, Binance.RULE), signer);
    }

    /**
     * Luno, the exchange {@code LUNO}.
     *
     * @param baseUrl where its API is, such as {@code https://api.luno.com}
     */
    public ExchangeConnector luno(URI baseUrl) {
        return Luno.connector(line(Luno.NAME, baseUrl, Luno.RULE));
    }

    /**
     * Kraken, the exchange {@code KRAKEN}.
     *
     * @param baseUrl where its API is, such as {@code https://api.kraken.com}
     */
    public ExchangeConnector kraken(URI baseUrl) {
        return Kraken.connector(line(Kraken.NAME, baseUrl, Kraken.RULE), signer);
    }

    /**
     * Coinbase, the exchange {@code COINBASE}.
     *
     * @param baseUrl where its API is, such as {@code https://api.coinbase.com}
     */
    public ExchangeConnector coinbase(URI baseUrl) {
        return Coinbase.connector(line(Coinbase.NAME, baseUrl, Coinbase.RULE), signer);
    }

    /**
     * OKX, the exchange {@code OKX}.
     *
     * @param baseUrl where its API is, such as {@code https://www.okx.com}
     */
    public ExchangeConnector okx(URI baseUrl) {
        return Okx.connector(line(Okx.NAME, baseUrl, Okx.RULE), signer);
    }

    /**
     * VALR, the exchange {@code VALR}.
     *
     * @param baseUrl where its API is, such as {@code https://api.valr.com}
     */
    public ExchangeConnector valr(URI baseUrl) {
        return Valr.connector(line(Valr.NAME, baseUrl, Valr.RULE), signer);
    }

    private ExchangeLine line(ExchangeName exchange, URI baseUrl, Throttle.Rule rule) {
        return new ExchangeLine(
                exchange, baseUrl, new Throttle(exchange, rule, clock, Throttle.Waiting.REAL), http, clock);
    }

    /** Ends calls that are still running. */
    @Override
    public void close() {
        http.close();
    }
}
